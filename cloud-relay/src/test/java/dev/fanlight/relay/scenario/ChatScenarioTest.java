package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.chat.Rename;
import dev.fanlight.protocol.chat.RenameRefused;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.chat.ChatLog.Draft;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatScenarioTest {

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestCamera camera;

    @BeforeEach
    void start() {
        relay = TestRelay.start(temp.resolve("state"));
        camera = relay.invite("front");
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void allViewersSeeOneOrderAndTheAuthorLearnsFirstThatItIsStored() {
        TestViewer ann = relay.watching(camera);
        TestViewer ben = relay.watching(camera);
        for (int i = 0; i < 3; i++) {
            ann.say("ann-line-" + i, "ann " + i);
            ben.say("ben-line-" + i, "ben " + i);
        }
        Await.until("all told", () -> ann.lines.size() == 6 && ben.lines.size() == 6);
        assertThat(ann.lines).isEqualTo(ben.lines);
        assertThat(ann.lines).extracting(Chat::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        List<String> order = ann.order.stream()
                .filter(type -> type.equals("chat") || type.equals("chat_accepted"))
                .toList();
        long accepted = 0;
        for (int i = 0; i < order.size(); i++) {
            accepted += order.get(i).equals("chat_accepted") ? 1 : 0;
            long own = ann.lines.subList(0, (int) (i + 1 - accepted)).stream()
                    .filter(line -> line.text().startsWith("ann"))
                    .count();
            assertThat(own).isLessThanOrEqualTo(accepted);
        }
    }

    @Test
    void lineThatIsSentAgainIsStoredOnce() {
        TestViewer ann = relay.watching(camera);
        ann.say("same-id-1", "hello");
        long seq = ann.expect(ChatAccepted.class).seq();
        ann.say("same-id-1", "hello");
        assertThat(ann.expect(ChatAccepted.class).seq()).isEqualTo(seq);
        ann.say("other-id-1", "next");
        Await.until("told", () -> ann.lines.size() == 2);
        assertThat(ann.lines).extracting(Chat::text).containsExactly("hello", "next");
    }

    @Test
    void tooFastIsRefusedWithTheTimeToWait() {
        TestViewer ann = relay.watching(camera);
        for (int i = 0; i < 4; i++) {
            ann.say("line-id-" + i, "line");
        }
        ChatRefused refused = ann.expect(ChatRefused.class);
        assertThat(refused.reason()).isEqualTo(Refusal.TOO_FAST);
        assertThat(refused.retryAfter().orElseThrow()).isBetween(Duration.ofMillis(1), Duration.ofMillis(1_334));
    }

    @Test
    void tooLongAndEmptyAreRefused() {
        TestViewer ann = relay.watching(camera);
        ann.say("line-id-0", "é".repeat(501));
        assertThat(ann.expect(ChatRefused.class).reason()).isEqualTo(Refusal.TOO_LONG);
        ann.say("line-id-1", " \u202E\n ");
        assertThat(ann.expect(ChatRefused.class).reason()).isEqualTo(Refusal.EMPTY);
    }

    @Test
    void whoComesBackIsTheSamePersonAndMissesNothing() {
        TestViewer ann = relay.viewer();
        ann.watch(camera.name(), camera.watchKey());
        Welcome first = ann.expect(Welcome.class);
        ann.say("line-id-0", "one");
        long seen = ann.expect(Chat.class).seq();
        ann.kill();
        TestViewer ben = relay.watching(camera);
        ben.say("line-id-1", "two");
        ben.say("line-id-2", "three");
        Await.until("told", () -> ben.lines.size() == 3);
        TestViewer back = relay.viewer();
        back.send(new Watch(
                camera.name(), Optional.of(camera.watchKey()), Optional.of(first.token()), OptionalLong.of(seen)));
        Welcome second = back.expect(Welcome.class);
        assertThat(second.person()).isEqualTo(first.person());
        assertThat(second.name()).isEqualTo(first.name());
        assertThat(back.expect(ChatReady.class)).isEqualTo(new ChatReady(3, 0));
        assertThat(back.lines).extracting(Chat::text).containsExactly("two", "three");
    }

    @Test
    void newNameIsSentToAllAndKeptOverARestart() {
        TestViewer ann = relay.viewer();
        ann.watch(camera.name(), camera.watchKey());
        Welcome welcome = ann.expect(Welcome.class);
        TestViewer ben = relay.watching(camera);
        ann.send(new Rename("  Ann  of the Hill "));
        assertThat(ben.expect(Renamed.class)).isEqualTo(new Renamed(welcome.person(), "Ann of the Hill"));
        ben.send(new Rename("ann of the hill"));
        assertThat(ben.expect(RenameRefused.class).reason()).isEqualTo(Refusal.TAKEN);
        ben.send(new Rename("Moderator"));
        assertThat(ben.expect(RenameRefused.class).reason()).isEqualTo(Refusal.RESERVED);
        relay.close();
        relay = TestRelay.start(temp.resolve("state"));
        TestViewer back = relay.viewer();
        back.send(new Watch(
                camera.name(), Optional.of(camera.watchKey()), Optional.of(welcome.token()), OptionalLong.empty()));
        assertThat(back.expect(Welcome.class).name()).isEqualTo("Ann of the Hill");
    }

    @Test
    void noAcknowledgedLineIsLostOrDoubledWhenTheRelayStops() {
        List<TestViewer> speakers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            speakers.add(relay.watching(camera));
        }
        for (int i = 0; i < 3; i++) {
            for (int s = 0; s < speakers.size(); s++) {
                speakers.get(s).say("client-" + s + "-" + i, "line " + s + " " + i);
            }
        }
        Await.until(
                "some are stored",
                () -> relay.server().counters().get(dev.fanlight.relay.metrics.RelayCounter.CHAT_LINES) > 3);
        relay.close();
        Set<Long> acknowledged = new HashSet<>();
        speakers.forEach(speaker -> speaker.received.stream()
                .filter(ChatAccepted.class::isInstance)
                .forEach(accepted -> acknowledged.add(((ChatAccepted) accepted).seq())));
        speakers.forEach(
                speaker -> assertThat(speaker.expect(Goodbye.class).reason()).isEqualTo("restarting"));
        relay = TestRelay.start(temp.resolve("state"));
        TestViewer back = relay.watching(camera);
        List<Long> stored = back.lines.stream().map(Chat::seq).toList();
        assertThat(stored).doesNotHaveDuplicates().isSorted().containsAll(acknowledged);
        assertThat(back.lines).extracting(Chat::text).doesNotHaveDuplicates();
    }

    @Test
    void firstTimeViewerReceivesTheLastHundredLines() {
        try (RelayStore store = relay.openStore(Clock.systemUTC())) {
            store.chatLines()
                    .append(IntStream.range(0, 120).mapToObj(this::draft).toList());
        }
        TestViewer late = relay.watching(camera);
        assertThat(late.lines).hasSize(100);
        assertThat(late.lines.get(0).seq()).isEqualTo(21);
    }

    private Draft draft(int i) {
        long now = Instant.now().toEpochMilli() * 1000;
        return new Draft(
                new CameraName(camera.name()),
                now,
                "person",
                "Somebody",
                "line",
                "client-" + i,
                Optional.empty(),
                OptionalLong.empty());
    }
}
