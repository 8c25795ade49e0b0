package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who floods the chat is silenced, and those who watch notice nothing. */
@Soak
class ChatFloodScenarioTest {

    private static final int MESSAGES = TestScale.of(1_000, 3_000);
    private static final int PER_SECOND = 1_000;
    private static final int FRAME_EVERY = 50;
    private static final int ROOM_LINES = 50;

    @WithRelay
    private TestRelay relay;

    private TestCamera camera;
    private TestAgent agent;
    private TestViewer watcher;
    private int frames;

    @BeforeEach
    void start() {
        camera = relay.invite("front");
        agent = relay.publishing(camera);
        watcher = relay.watching(camera);
        agent.announce();
        frame();
    }

    @Test
    void oneSenderWhoComesBackAgainAndAgainIsSilenced() {
        Sender sender = new Sender(0);
        flood(List.of(sender));
        assertThat(sender.isSilenced()).isTrue();
        report("one sender");
        assertThat(watcher.lines).hasSizeBetween(1, 3);
        assertNothingLost();
    }

    @Test
    void fiftySendersGetFiftyLinesASecondAtMost() {
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            senders.add(new Sender(i));
        }
        flood(senders);
        senders.forEach(sender -> assertThat(sender.isSilenced()).isTrue());
        report("fifty senders");
        assertThat(busiestSecond()).isLessThanOrEqualTo(ROOM_LINES);
        assertNothingLost();
    }

    private void flood(List<Sender> senders) {
        long start = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
            Await.until("it is time", () -> System.nanoTime() >= due);
            senders.get(i % senders.size()).send(i);
            if (i % FRAME_EVERY == 0) {
                frame();
            }
        }
    }

    private void frame() {
        agent.frame(frames, frames % 20 == 0, 5_000);
        frames++;
    }

    private void assertNothingLost() {
        watcher.expectFrames(frames);
        assertThat(watcher.sequences())
                .isEqualTo(LongStream.range(0, frames).boxed().toList());
        assertThat(watcher.corrupted()).isZero();
        assertThat(watcher.isClosed()).isFalse();
    }

    /** By the time at which the relay took the lines. */
    private long busiestSecond() {
        List<Long> times = watcher.lines.stream().map(Chat::time).toList();
        return times.stream()
                .mapToLong(from -> times.stream()
                        .filter(time -> time >= from && time < from + 1_000_000)
                        .count())
                .max()
                .orElse(0);
    }

    private void report(String who) {
        System.out.println(who + ": " + MESSAGES + " messages at " + PER_SECOND + " a second, " + watcher.lines.size()
                + " lines told, " + busiestSecond() + " in the busiest second, " + frames + " frames");
    }

    /** Sends what it can; when the relay ends its socket for the rate, it comes back as the same person. */
    private final class Sender {

        private final int number;
        private final List<TestViewer> sockets = new ArrayList<>();
        private final String token;

        Sender(int number) {
            this.number = number;
            TestViewer first = relay.viewer();
            first.watch(camera.name(), camera.watchKey());
            token = first.expect(Welcome.class).token();
            first.expect(ChatReady.class);
            sockets.add(first);
        }

        void send(int message) {
            if (current().isClosed()) {
                comeBack();
            }
            current().say("sender-" + number + "-" + message, "flood " + message);
        }

        /** Whether they are told that they are silenced, if not before their socket ended, then when they come back. */
        boolean isSilenced() {
            TestViewer page = current();
            Optional<ChatRefused> answer = refusal(page);
            if (answer.isEmpty()) {
                page = comeBack();
                answer = refusal(page);
            }
            ChatRefused refused = answer.orElseThrow();
            return refused.reason() == Refusal.SILENCED
                    && refused.retryAfter().orElse(Duration.ZERO).toSeconds() > 0
                    && page.order.contains("chat_silenced");
        }

        /** The answer to one line more, empty when the socket ends instead. */
        private Optional<ChatRefused> refusal(TestViewer page) {
            String id = "sender-" + number + "-late";
            if (!page.isClosed()) {
                page.say(id, "late");
            }
            Await.until(
                    "an answer or the end",
                    () -> page.isClosed() || answer(page, id).isPresent());
            return answer(page, id);
        }

        private static Optional<ChatRefused> answer(TestViewer page, String id) {
            return page.received.stream()
                    .filter(ChatRefused.class::isInstance)
                    .map(ChatRefused.class::cast)
                    .filter(refused -> refused.clientId().equals(id))
                    .findFirst();
        }

        private TestViewer comeBack() {
            TestViewer back = relay.viewer();
            back.send(
                    new Watch(camera.name(), Optional.of(camera.watchKey()), Optional.of(token), OptionalLong.empty()));
            back.expect(ChatReady.class);
            sockets.add(back);
            return back;
        }

        private TestViewer current() {
            return sockets.get(sockets.size() - 1);
        }
    }
}
