package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.rtmp.ChunkWriter;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpType;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.GStreamerRun;
import dev.fanlight.relay.testing.RtmpPeer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cameras and encoders publish by RTMP with a publish key; their viewers get what they have sent, bit by bit. */
@StartsProcesses
class RtmpPublishScenarioTest {

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
    @ValueSource(strings = {"-bf 0 -tune zerolatency", "-bf 2"})
    void whatFfmpegPushesArrivesUnchangedAndInTime(String options) {
        Path file = FlvFile.make(temp, options);
        FlvFile clip = FlvFile.read(file);
        SeenMedia seen = rtmp.watch(camera);
        FfmpegRun.run("-re -i " + file + " -c copy -f flv " + rtmp.address(rtmp.newKey("front")));
        seen.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
        seen.expect(MediaKind.AUDIO, clip.payloads(MediaKind.AUDIO));
        List<MediaHeader> video = seen.headers(MediaKind.VIDEO);
        assertThat(video).extracting(MediaHeader::captureMicros).isSorted();
        assertThat(video.stream().anyMatch(header -> header.offsetMicros() > 0)).isEqualTo(options.equals("-bf 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264-aac.flv", "h265-opus.flv"})
    void clipsOfOtherCodecsArriveUnchangedFromAPeerThatKnowsEnhancedRtmp(String name) {
        FlvFile clip = FlvFile.read(RtmpRelay.MEDIA.resolve(name));
        SeenMedia seen = rtmp.watch(camera);
        try (RtmpPeer peer = rtmp.peer()) {
            peer.published(rtmp.newKey("front"));
            clip.tags().forEach(peer::send);
            seen.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
            seen.expect(MediaKind.AUDIO, clip.payloads(MediaKind.AUDIO));
        }
    }

    @Test
    @EnabledIf(
            value = "dev.fanlight.relay.testing.GStreamerRun#isThere",
            disabledReason = "GStreamer publishes where it is installed (apt-get install gstreamer1.0-tools).")
    void whatGStreamerPushesArrivesUnchanged() {
        Path file = RtmpRelay.MEDIA.resolve("h264-aac.flv");
        FlvFile clip = FlvFile.read(file);
        SeenMedia seen = rtmp.watch(camera);
        GStreamerRun.run("filesrc location=" + file + " ! flvdemux name=clip flvmux name=mux streamable=true"
                + " ! rtmp2sink location=" + rtmp.address(rtmp.newKey("front"))
                + " clip.video ! queue ! h264parse ! mux. clip.audio ! queue ! aacparse ! mux.");
        seen.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
        seen.expect(MediaKind.AUDIO, clip.payloads(MediaKind.AUDIO));
    }

    /** A peer that sends no more than its window without an acknowledgement would wait for ever. */
    @Test
    void aMessageThatIsLargerThanTheWindowIsAcknowledgedBeforeItsEnd() {
        try (RtmpPeer peer = rtmp.peer()) {
            peer.published(rtmp.newKey("front"));
            peer.send(RtmpMessage.of(RtmpType.WINDOW_SIZE, 0, ByteBuffer.allocate(Integer.BYTES)));
            RtmpMessage large = new RtmpMessage(RtmpType.VIDEO, 1, 0, ByteBuffer.allocate(200_000));
            List<ByteBuffer> chunks = new ChunkWriter(ChunkWriter.FIRST_CHUNK_BYTES).parts(large);
            chunks.subList(0, chunks.size() / 2).forEach(peer::write);
            peer.expect(RtmpType.ACKNOWLEDGEMENT);
        }
    }

    @Test
    void theDelayFromAPublishersSocketToAViewerIsPrinted() {
        FlvFile clip = FlvFile.read(RtmpRelay.MEDIA.resolve("h264-aac.flv"));
        SeenMedia seen = rtmp.watch(camera);
        List<Long> micros = new ArrayList<>();
        try (RtmpPeer peer = rtmp.peer()) {
            peer.published(rtmp.newKey("front"));
            for (int round = 0; round < 10; round++) {
                for (FlvTag tag : clip.tags()) {
                    int before = seen.headers(MediaKind.VIDEO).size();
                    long sent = System.nanoTime();
                    peer.send(tag, round * 500L + tag.timestampMillis());
                    // Sound waits for the frame behind it.
                    if (tag.type() == FlvTagType.VIDEO && clip.isUnit(tag)) {
                        Await.until(
                                "it has come",
                                () -> seen.headers(MediaKind.VIDEO).size() > before);
                        micros.add((System.nanoTime() - sent) / 1_000);
                    }
                }
            }
        }
        micros.sort(null);
        System.out.println("RTMP to viewer, " + micros.size() + " frames: p50 " + micros.get(micros.size() / 2)
                + " µs, p95 " + micros.get(micros.size() * 95 / 100) + " µs");
    }

    @Test
    void severalCamerasPublishOnOnePort() {
        FlvFile clip = FlvFile.read(RtmpRelay.MEDIA.resolve("h264-aac.flv"));
        List<SeenMedia> seen = new ArrayList<>(List.of(rtmp.watch(camera)));
        List<RtmpPeer> peers = new ArrayList<>();
        List<String> names = List.of("front", "back", "side", "roof");
        for (String name : names) {
            if (!name.equals("front")) {
                seen.add(rtmp.watch(relay.invite(name)));
            }
            peers.add(rtmp.peer());
            peers.get(peers.size() - 1).published(name + "?key=" + rtmp.newKey(name));
        }
        clip.tags().forEach(tag -> peers.forEach(peer -> peer.send(tag)));
        seen.forEach(each -> each.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO)));
        assertThat(rtmp.described()).contains("publishers=4");
        peers.forEach(RtmpPeer::close);
        Await.until("all are gone", () -> rtmp.described().contains("connections=0"));
    }

    @Test
    void aPeerWithoutAKeyOfThisCameraIsRefusedBeforeMedia() {
        relay.invite("back");
        String ofBack = rtmp.newKey("back");
        for (String name : List.of("wrong", "", "front?key=" + ofBack, "front", "front?key=", ofBack + "x")) {
            try (RtmpPeer peer = rtmp.peer()) {
                peer.publish(name);
                assertThat(peer.expectStatus("NetStream.Publish.BadName"))
                        .isEqualTo("This is no valid publish key of a camera of this relay.");
                peer.expectEnd();
            }
        }
        assertThat(relay.server().counters().get(RelayCounter.FRAMES_IN)).isZero();
        try (FfmpegRun run = FfmpegRun.start(
                "-re -f lavfi -i testsrc2=size=320x180:rate=25 -c:v libx264 -f flv " + rtmp.address("wrong"))) {
            assertThat(run.output()).contains("This is no valid publish key");
            assertThat(run.exitCode()).isNotZero();
        }
    }

    @Test
    void anotherApplicationIsRejectedWithTheAddressThatIsRight() {
        try (RtmpPeer peer = RtmpPeer.connected(rtmp.port(), "stream")) {
            assertThat(peer.expectStatus("NetConnection.Connect.Rejected")).contains("rtmp://HOST/live/KEY");
            peer.expectEnd();
        }
    }

    @Test
    void revokingItsKeyEndsAPublisherAtOnceAndTheCameraIsOffline() {
        JsonObject key = RtmpRelay.newKey(relay, "front");
        TestViewer viewer = relay.watching(camera, relay.viewer());
        try (RtmpPeer peer = rtmp.peer()) {
            publishing(peer, key.getString("key"));
            viewer.expectState(StreamState.LIVE);
            relay.host()
                    .delete("/cameras/front/publish-keys/" + key.getString("id"))
                    .expect(204);
            assertThat(peer.expectStatus("NetStream.Publish.BadName")).isEqualTo("This key is not valid any more.");
            viewer.expectState(StreamState.OFFLINE);
            peer.expectEnd();
        }
    }

    @Test
    void aNewerPublisherTakesTheCameraOver() {
        String key = rtmp.newKey("front");
        SeenMedia seen = rtmp.watch(camera);
        FlvFile clip = FlvFile.read(RtmpRelay.MEDIA.resolve("h264-aac.flv"));
        try (RtmpPeer first = rtmp.peer();
                RtmpPeer second = rtmp.peer()) {
            first.published(key);
            second.published(key);
            assertThat(first.expectStatus("NetStream.Publish.BadName")).contains("Another publisher");
            clip.tags().forEach(second::send);
            seen.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
        }
    }

    @Test
    void thePublisherIsGoneWhenItLeavesOrDisconnects() {
        TestViewer viewer = relay.watching(camera, relay.viewer());
        String key = rtmp.newKey("front");
        for (boolean leaves : List.of(true, false)) {
            try (RtmpPeer peer = rtmp.peer()) {
                publishing(peer, key);
                viewer.expectState(StreamState.LIVE);
                if (leaves) {
                    peer.command("deleteStream", 0, AmfValue.NULL, AmfValue.of(1));
                } else {
                    peer.disconnect();
                }
                viewer.expectState(StreamState.OFFLINE);
            }
        }
    }

    @Test
    void timesThatBeginAnewOrRunOverTheirBitsGoOnForViewers() {
        FlvFile clip = FlvFile.read(RtmpRelay.MEDIA.resolve("h264-aac.flv"));
        SeenMedia seen = rtmp.watch(camera);
        List<ByteBuffer> all = new ArrayList<>();
        try (RtmpPeer peer = rtmp.peer()) {
            peer.published(rtmp.newKey("front"));
            for (long start : List.of(0xFFFF_FFFFL - 200, 0L, 0xFF_FFFFL - 200)) {
                clip.tags().forEach(tag -> peer.send(tag, start + tag.timestampMillis() & 0xFFFF_FFFFL));
                all.addAll(clip.payloads(MediaKind.VIDEO));
            }
            seen.expect(MediaKind.VIDEO, all);
        }
        List<Long> times = seen.headers(MediaKind.VIDEO).stream()
                .map(MediaHeader::captureMicros)
                .toList();
        assertThat(times).isSorted();
        assertThat(times.get(times.size() - 1) - times.get(0)).isLessThan(5_000_000);
    }

    private void publishing(RtmpPeer peer, String key) {
        peer.published(key);
        FlvFile.read(RtmpRelay.MEDIA.resolve("h264-aac.flv")).tags().forEach(peer::send);
    }
}
