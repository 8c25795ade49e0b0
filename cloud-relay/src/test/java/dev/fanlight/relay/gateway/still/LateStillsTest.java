package dev.fanlight.relay.gateway.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.MjpegPlayer;
import dev.fanlight.relay.testing.StillClient;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stills that do not come, with short timeouts; and motion JPEG at a rate. */
@StartsProcesses
class LateStillsTest {

    private static final long EPOCH = 7;
    private static final StillTimeouts SHORT = new StillTimeouts(
            Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofMillis(1), Duration.ofMillis(1));

    @TempDir
    private static Path temp;

    private static TestRelay relay;
    private static FlvClip clip;
    private static int cameras;

    private String name;
    private TestAgent agent;
    private StillClient stills;

    @BeforeAll
    static void startRelay() throws Exception {
        relay = start(temp.resolve("state"), SHORT);
        clip = FlvClip.of(
                Files.readAllBytes(new FlvFfmpeg(temp).clip("-an", "-c:v", "libx264", "-bf", "0", "-g", "25")));
    }

    @AfterAll
    static void stopRelay() {
        relay.close();
    }

    @BeforeEach
    void start() {
        cameras++;
        name = "camera-" + cameras;
        TestCamera camera = relay.invite(name);
        agent = relay.publishing(camera);
        stills = new StillClient(relay, "?key=" + camera.watchKey());
    }

    @Test
    void aCameraThatDoesNotWakeInTimeMaySleepAgainAndItsLastStillIsTaken() throws Exception {
        assertThat(stills.get(name, "&wake=1").statusCode()).isEqualTo(StillRefusal.NOT_AWAKE.status());
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 1);
        agent.send(new Source(SourceState.ASLEEP, Optional.empty()));
        Await.until("it is there", () -> stills.get(name, "").statusCode() == 200);
        CompletableFuture<HttpResponse<byte[]>> asked = stills.ask(name, "&wake=1");
        Await.until("it is woken", () -> agent.expect(Demand.class).readers() == 1);
        assertThat(asked.join().body()).isEqualTo(stills.get(name, "").body());
        Await.until("it may sleep", () -> agent.expect(Demand.class).readers() == 0);
    }

    @Test
    void anIdleChildEnds() {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 1);
        Await.until("it is there", () -> stills.get(name, "").statusCode() == 200);
        Await.until("no child is left", () -> children(relay) == 0);
    }

    @Test
    void aFrameThatIsNoVideoIsRefusedAndTheNextOneIsNotTriedAtOnce() {
        StillTimeouts hasty =
                new StillTimeouts(SHORT.wake(), Duration.ofMillis(300), SHORT.fresh(), Duration.ofSeconds(60));
        try (TestRelay other = start(temp.resolve("other"), hasty)) {
            TestCamera front = other.invite("front");
            TestAgent publisher = other.publishing(front);
            clip.announce(publisher, TestAgent.EPOCH);
            publisher.sendMedia(TestAgent.media(0, true, 10_000));
            StillClient client = new StillClient(other, "?key=" + front.watchKey());
            Await.until("it is tried", () -> client.get("front", "").statusCode() == StillRefusal.FAILED);
            assertThat(client.get("front", "").statusCode()).isEqualTo(StillRefusal.FAILED);
            assertThat(other.server().counters().get(RelayCounter.CHILDREN_STARTED))
                    .isEqualTo(1);
            Await.until("no child is left", () -> children(other) == 0);
        }
    }

    @Test
    void motionJpegAtARateHasFramesBetweenKeyFrames() throws Exception {
        clip.announce(agent, EPOCH);
        try (MjpegPlayer player = MjpegPlayer.open(stills, name)) {
            Await.until("it is woken", () -> agent.expect(Demand.class).viewers() == 1);
            AtomicInteger sent = new AtomicInteger();
            // The clip comes again and again, so that it matters which of its frames come, and not how fast.
            Await.until("more different frames have come than the clip has key frames", () -> {
                int next = sent.getAndIncrement() % clip.units.size();
                clip.send(agent, EPOCH, next, next + 1);
                return player.jpegs.stream().map(ByteBuffer::wrap).distinct().count() > keyFrames();
            });
        }
    }

    private static long keyFrames() {
        return clip.units.stream().filter(AccessUnit::key).count();
    }

    private static TestRelay start(Path state, StillTimeouts timeouts) {
        return TestRelay.start(
                state, List.of(context -> new StillGateway("stills", new StillConfig(5, 0), timeouts, context)));
    }

    private static int children(TestRelay of) {
        return (Integer) ((Map<?, ?>) of.server().describe().get("ffmpeg")).get("children");
    }
}
