package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpType;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.RtmpPeer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonArray;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Players watch by RTMP with the key of a link. */
@StartsProcesses
class RtmpPlayScenarioTest {

    @TempDir
    private Path temp;

    private RtmpRelay rtmp;
    private TestRelay relay;
    private TestCamera camera;

    @BeforeEach
    void start() {
        rtmp = RtmpRelay.start(temp.resolve("state"), RtmpRelay.TIMEOUTS);
        relay = rtmp.relay();
        camera = relay.invite("front");
    }

    @AfterEach
    void stop() {
        rtmp.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264-aac.flv", "h265-opus.flv"})
    void aPlayerGetsWhatAPublisherSends(String name) {
        FlvFile clip = FlvFile.read(RtmpRelay.MEDIA.resolve(name));
        try (RtmpPeer player = rtmp.peer();
                RtmpPeer publisher = rtmp.peer()) {
            player.play("front?key=" + camera.watchKey());
            player.expectStatus("NetStream.Play.Start");
            publisher.published(rtmp.newKey("front"));
            clip.tags().forEach(publisher::send);
            assertPlayed(player, clip);
        }
    }

    @Test
    void aLateJoinerBeginsWithTheNewestKeyFrame() {
        FlvFile clip = FlvFile.read(RtmpRelay.MEDIA.resolve("h264-aac.flv"));
        try (RtmpPeer player = rtmp.peer();
                RtmpPeer publisher = rtmp.peer()) {
            publisher.published(rtmp.newKey("front"));
            clip.tags().forEach(publisher::send);
            Await.until(
                    "all has come",
                    () -> relay.server().counters().get(RelayCounter.FRAMES_IN)
                            == clip.payloads(MediaKind.VIDEO).size()
                                    + clip.payloads(MediaKind.AUDIO).size());
            player.play("front?key=" + camera.watchKey());
            RtmpMessage header = player.expect(RtmpType.VIDEO);
            RtmpMessage first = player.expect(RtmpType.VIDEO);
            assertThat(header.body().get(0)).isEqualTo((byte) 0x17);
            assertThat(header.body().get(1)).isZero();
            assertThat(first.body().get(0)).isEqualTo((byte) 0x17);
            assertThat(first.timestamp()).isZero();
        }
    }

    @Test
    void ffmpegPlaysACameraWithItsSoundWithoutAComplaint() {
        Path file = FlvFile.make(temp, "-bf 0");
        try (FfmpegRun push = FfmpegRun.start(
                "-re -stream_loop -1 -i " + file + " -c copy -f flv " + rtmp.address(rtmp.newKey("front")))) {
            Await.until("it has begun", () -> relay.server().counters().get(RelayCounter.FRAMES_IN) > 20);
            String played = FfmpegRun.run("-xerror -rw_timeout 20000000 -i "
                    + rtmp.address("front?key=" + camera.watchKey()) + " -t 1 -f framecrc -");
            assertThat(played.lines().filter(line -> line.startsWith("0,"))).hasSizeGreaterThan(20);
            assertThat(played.lines().filter(line -> line.startsWith("1,"))).hasSizeGreaterThan(20);
            assertThat(push.isRunning()).isTrue();
            assertThat(played.lines().filter(line -> !line.startsWith("#") && !line.matches("[01],.*")))
                    .isEmpty();
        }
    }

    @Test
    void aPlayerThatIsSlowGoesOnAtAKeyFrame() {
        Path file = FlvFile.makeLarge(temp);
        FlvFile clip = FlvFile.read(file);
        List<ByteBuffer> sent = clip.payloads(MediaKind.VIDEO);
        try (RtmpPeer player = rtmp.peer()) {
            player.play("front?key=" + camera.watchKey());
            player.expectStatus("NetStream.Play.Start");
            FfmpegRun.run("-re -i " + file + " -c copy -f flv " + rtmp.address(rtmp.newKey("front")));
            assertThat(relay.server().counters().get(RelayCounter.FRAMES_DROPPED_SLOW_READER))
                    .isPositive();
            int last = -1;
            int gaps = 0;
            while (last < sent.size() - 1) {
                RtmpMessage message = player.expect(RtmpType.VIDEO);
                FlvTag tag = new FlvTag(FlvTagType.VIDEO, message.timestamp(), message.body());
                if (tag.body().get(1) == 0) {
                    continue;
                }
                int next = sent.indexOf(payload(clip, tag));
                boolean gap = next != last + 1;
                gaps += gap ? 1 : 0;
                assertThat(!gap || tag.body().get(0) == 0x17)
                        .as("%s after %s", next, last)
                        .isTrue();
                last = next;
            }
            assertThat(gaps).isPositive();
        }
    }

    @Test
    void withoutTheRightKeyThereIsNoSuchCamera() {
        relay.invite("back");
        for (String name : List.of("front", "front?key=wrong", "back?key=" + camera.watchKey(), "nothing", "")) {
            try (RtmpPeer player = rtmp.peer()) {
                player.play(name);
                assertThat(player.expectStatus("NetStream.Play.StreamNotFound"))
                        .isEqualTo("There is no such camera, or the key is not valid for it.");
                player.expectEnd();
            }
        }
    }

    @Test
    void revokingTheLinkEndsItsPlayerAtOnce() {
        try (RtmpPeer player = rtmp.peer()) {
            player.play("front?key=" + camera.watchKey());
            player.expectStatus("NetStream.Play.Start");
            JsonArray links =
                    relay.host().get("/links?camera=front").expect(200).array();
            relay.host()
                    .delete("/links/" + links.getJsonObject(0).getString("id"))
                    .expect(204);
            assertThat(player.expectStatus("NetStream.Play.StreamNotFound"))
                    .isEqualTo("This key is not valid any more.");
            player.expectEnd();
        }
    }

    private static void assertPlayed(RtmpPeer player, FlvFile clip) {
        int expected = clip.payloads(MediaKind.VIDEO).size()
                + clip.payloads(MediaKind.AUDIO).size();
        List<FlvTag> played = new ArrayList<>();
        while (new FlvFile(played).payloads(MediaKind.VIDEO).size()
                        + new FlvFile(played).payloads(MediaKind.AUDIO).size()
                < expected) {
            RtmpMessage message = player.next().orElseThrow();
            FlvTagType.of(message.type().code())
                    .ifPresent(type -> played.add(new FlvTag(type, message.timestamp(), message.body())));
        }
        for (MediaKind kind : List.of(MediaKind.VIDEO, MediaKind.AUDIO)) {
            assertThat(new FlvFile(played).payloads(kind)).isEqualTo(clip.payloads(kind));
        }
    }

    /** What a tag carries, read behind the sequence header of its clip. */
    private static ByteBuffer payload(FlvFile clip, FlvTag tag) {
        List<FlvTag> tags = new ArrayList<>(clip.tags().subList(0, 2));
        tags.add(tag);
        List<ByteBuffer> payloads = new FlvFile(tags).payloads(MediaKind.VIDEO);
        return payloads.get(payloads.size() - 1);
    }
}
