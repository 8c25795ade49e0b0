package dev.fanlight.relay.scenario;

import static dev.fanlight.relay.testing.RtspPeer.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.GStreamerPlayer;
import dev.fanlight.relay.testing.RtmpPeer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.RtspPeer;
import dev.fanlight.relay.testing.RtspPeer.Response;
import dev.fanlight.relay.testing.RtspRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.RtpReceiver;
import dev.fanlight.testing.RtpReceiver.Format;
import dev.fanlight.testing.StartsProcesses;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Players watch by RTSP with the key of a link, and get what was published. */
class RtspPlayScenarioTest {

    private static final Path SHARED = Path.of("../shared-protocol/src/test/resources/media");
    private static final long EPOCH = 7;

    /** Tags of the clip in front of its first unit: metadata and two sequence headers. */
    private static final int SEQUENCE_HEADERS = 3;

    @TempDir
    private Path temp;

    private RtspRelay rtsp;
    private TestRelay relay;
    private TestCamera camera;
    private TestAgent agent;

    @BeforeEach
    void start() {
        rtsp = RtspRelay.start(temp.resolve("state"), RtspRelay.TIMEOUTS);
        relay = rtsp.relay();
        camera = relay.invite("front");
        agent = relay.publishing(camera);
    }

    @AfterEach
    void stop() {
        rtsp.close();
    }

    @Test
    @StartsProcesses
    void ffmpegDecodesH264AndAacFrameByFrame() throws Exception {
        Path file = new FlvFfmpeg(temp).clip("-c:v", "libx264", "-bf", "0", "-c:a", "aac");
        FlvClip clip = FlvClip.of(Files.readAllBytes(file));
        clip.announce(agent, EPOCH);
        String player = "-rtsp_transport tcp -i " + url("front");
        try (FfmpegRun video = FfmpegRun.start(player + hashes(clip, MediaKind.VIDEO));
                FfmpegRun sound = FfmpegRun.start(player + hashes(clip, MediaKind.AUDIO))) {
            awaitPlayers(2);
            clip.send(agent, EPOCH, 0, clip.units.size());
            assertThat(hashes(video.output()))
                    .isEqualTo(hashes(FfmpegRun.run("-i " + file + hashes(clip, MediaKind.VIDEO))))
                    .hasSize(clip.of(MediaKind.VIDEO).size() - FlvFfmpeg.HELD);
            assertThat(hashes(sound.output()))
                    .isEqualTo(hashes(FfmpegRun.run("-i " + file + hashes(clip, MediaKind.AUDIO))))
                    .hasSize(clip.of(MediaKind.AUDIO).size() - FlvFfmpeg.HELD);
        }
    }

    @Test
    @StartsProcesses
    void gStreamerGetsEveryUnitWithoutAComplaint() throws Exception {
        GStreamerPlayer.assumeInstalled();
        FlvClip clip = clip("h264-aac.flv");
        clip.announce(agent, EPOCH);
        // A parser gives a unit when the next one begins.
        int count = clip.of(MediaKind.VIDEO).size() - 1;
        try (GStreamerPlayer player = GStreamerPlayer.h264(url("front"), "tcp", count)) {
            awaitPlayers(1);
            clip.send(agent, EPOCH, 0, clip.units.size());
            assertThat(player.output()).hasSize(count).allMatch(line -> line.matches("[0-9a-f]{32}"));
        }
    }

    @Test
    void h264AndAacArriveUnitByUnit() throws Exception {
        assertPlayed("h264-aac.flv", Format.H264, Format.AAC);
    }

    @Test
    void h265AndOpusArriveUnitByUnit() throws Exception {
        assertPlayed("h265-opus.flv", Format.H265, Format.WHOLE);
    }

    @Test
    void theDelayFromAPublishersSocketToAPlayerIsPrinted() throws Exception {
        FlvFile clip = FlvFile.read(SHARED.resolve("h264-aac.flv"));
        List<Long> micros = new ArrayList<>();
        try (RtspPeer player = rtsp.peer();
                RtmpPeer publisher = RtmpPeer.connected(rtsp.rtmpPort(), "live")) {
            publisher.published(RtmpRelay.newKey(relay, "front").getString("key"));
            clip.tags().subList(0, SEQUENCE_HEADERS).forEach(publisher::send);
            player.play(url("front"), Format.H264);
            for (FlvTag tag : clip.tags().subList(SEQUENCE_HEADERS, clip.tags().size())) {
                long sent = System.nanoTime();
                publisher.send(tag);
                if (tag.type() == FlvTagType.VIDEO && tag.body().get(1) != 0) {
                    player.expectUnits(0, micros.size() + 1);
                    micros.add((System.nanoTime() - sent) / 1_000);
                }
            }
        }
        Collections.sort(micros);
        System.out.println("RTMP to RTSP, " + micros.size() + " frames: p50 " + micros.get(micros.size() / 2)
                + " µs, p95 " + micros.get(micros.size() * 95 / 100) + " µs");
        assertThat(micros).isNotEmpty();
    }

    @Test
    void aLateJoinerBeginsWithTheNewestKeyFrame() throws Exception {
        FlvClip clip = clip("h264-aac.flv");
        clip.announce(agent, EPOCH);
        try (RtspPeer first = rtsp.peer();
                RtspPeer late = rtsp.peer()) {
            first.play(url("front"), Format.H264);
            clip.send(agent, EPOCH, 0, clip.units.size());
            List<AccessUnit> videos = clip.of(MediaKind.VIDEO);
            first.expectUnits(0, videos.size());
            late.play(url("front"), Format.H264);
            int key = newestKey(videos);
            assertThat(key).isPositive();
            assertThat(payloads(late.expectUnits(0, videos.size() - key)))
                    .isEqualTo(expected(clip, videos.subList(key, videos.size())));
        }
    }

    @Test
    void aPlayerIsDescribedTheCameraOnceItWakes() throws Exception {
        FlvClip clip = clip("h264-aac.flv");
        try (RtspPeer player = rtsp.peer()) {
            player.send("DESCRIBE", url("front"));
            RtspRelay.awaitViewer(agent);
            clip.announce(agent, EPOCH);
            Response described = expect(200, player.response());
            assertThat(described.headers())
                    .containsEntry("content-type", "application/sdp")
                    .containsEntry("content-base", rtsp.address("front") + "/");
            assertThat(described.body())
                    .contains("s=front\r\n", "m=video 0 RTP/AVP 96\r\n", "m=audio 0 RTP/AVP 97\r\n");
        }
    }

    @Test
    void aChangeOfSizeGoesOnAndAnotherCodecEndsTheConnection() throws Exception {
        FlvClip clip = clip("h264-aac.flv");
        clip.announce(agent, EPOCH);
        try (RtspPeer player = rtsp.peer()) {
            player.play(url("front"), Format.H264);
            clip.send(agent, EPOCH, 0, clip.units.size());
            int count = clip.of(MediaKind.VIDEO).size();
            player.expectUnits(0, count);
            clip.announce(agent, EPOCH + 1);
            clip.send(agent, EPOCH + 1, 0, clip.units.size());
            List<RtpReceiver.Unit> units = player.expectUnits(0, 2 * count);
            assertThat((int)
                            (units.get(count).timestamp() - units.get(count - 1).timestamp()))
                    .isPositive();
            clip("h265-opus.flv").announce(agent, EPOCH + 2);
            player.expectEnd();
        }
    }

    @Test
    void aPlayerPausesAndGoesOnAtAKeyFrame() throws Exception {
        FlvClip clip = clip("h264-aac.flv");
        clip.announce(agent, EPOCH);
        try (RtspPeer player = rtsp.peer()) {
            player.play(url("front"), Format.H264);
            clip.send(agent, EPOCH, 0, clip.units.size());
            int count = clip.of(MediaKind.VIDEO).size();
            player.expectUnits(0, count);
            expect(200, player.request("PAUSE", rtsp.address("front")));
            assertThat(rtsp.described()).contains("players=0");
            Response again = expect(200, player.request("PLAY", rtsp.address("front")));
            assertThat(again.headers().get("rtp-info")).startsWith("url=" + rtsp.address("front") + "/trackID=0;seq=");
            List<AccessUnit> videos = clip.of(MediaKind.VIDEO);
            List<RtpReceiver.Unit> units = player.expectUnits(0, count + videos.size() - newestKey(videos));
            assertThat(payloads(units.subList(count, count + 1)))
                    .isEqualTo(expected(clip, videos.subList(newestKey(videos), newestKey(videos) + 1)));
        }
    }

    @Test
    void reportsOfThePlayerAreTakenOutAndTheServerSendsItsOwn() throws Exception {
        FlvClip clip = clip("h264-aac.flv");
        clip.announce(agent, EPOCH);
        try (RtspPeer player = rtsp.peer()) {
            player.play(url("front"), Format.H264, Format.AAC);
            clip.send(agent, EPOCH, 0, clip.units.size());
            player.expectUnits(2, clip.of(MediaKind.AUDIO).size());
            player.write("$\1\0\7PLAY x ".getBytes(StandardCharsets.US_ASCII));
            expect(200, player.request("GET_PARAMETER", rtsp.address("front")));
            for (int channel : List.of(1, 3)) {
                ByteBuffer report = player.control.get(channel).get(0);
                assertThat(report.getShort(0)).as("sender report").isEqualTo((short) 0x80C8);
            }
            player.send("TEARDOWN", rtsp.address("front"));
            expect(200, player.response());
            player.expectEnd();
        }
        Await.until("nothing is open", () -> rtsp.described().contains("connections=0, players=0"));
    }

    private void assertPlayed(String name, Format video, Format audio) throws Exception {
        FlvClip clip = clip(name);
        clip.announce(agent, EPOCH);
        try (RtspPeer player = rtsp.peer()) {
            player.play(url("front"), video, audio);
            clip.send(agent, EPOCH, 0, clip.units.size());
            List<AccessUnit> videos = clip.of(MediaKind.VIDEO);
            List<AccessUnit> sounds = clip.of(MediaKind.AUDIO);
            assertThat(payloads(player.expectUnits(0, videos.size()))).isEqualTo(expected(clip, videos));
            assertThat(payloads(player.expectUnits(2, sounds.size())))
                    .isEqualTo(
                            sounds.stream().map(unit -> unit.payload().bytes()).toList());
        }
    }

    /** The arguments with which FFmpeg writes the hashes of the frames of a kind that it decodes, all but those that a decoder may hold back. */
    private static String hashes(FlvClip clip, MediaKind kind) {
        String track = kind == MediaKind.VIDEO ? "v" : "a";
        int count = clip.of(kind).size() - FlvFfmpeg.HELD;
        return " -map 0:" + track + " -fps_mode passthrough -frames " + count + " -f framehash -hash md5 -";
    }

    /** The hashes in what FFmpeg has written, without times; what it complains of stays. */
    private static List<String> hashes(String output) {
        return output.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("^0,.*, *([0-9a-f]{32})$", "$1"))
                .toList();
    }

    private void awaitPlayers(int count) {
        Await.until(count + " play", () -> rtsp.described().contains("players=" + count));
    }

    private String url(String name) {
        return rtsp.address(name) + "?key=" + camera.watchKey();
    }

    private static FlvClip clip(String name) throws Exception {
        return FlvClip.of(Files.readAllBytes(SHARED.resolve(name)));
    }

    private static int newestKey(List<AccessUnit> units) {
        int newest = -1;
        for (int i = 0; i < units.size(); i++) {
            newest = units.get(i).key() ? i : newest;
        }
        return newest;
    }

    private static List<ByteBuffer> payloads(List<RtpReceiver.Unit> units) {
        return units.stream().map(RtpReceiver.Unit::bytes).toList();
    }

    /** Units of video as a player gets them: key frames with the parameter sets in front. */
    private static List<ByteBuffer> expected(FlvClip clip, List<AccessUnit> units) throws BitstreamException {
        NalConfig config = (NalConfig) clip.tracks.get(0).config();
        List<ByteBuffer> expected = new ArrayList<>();
        for (AccessUnit unit : units) {
            List<ByteBuffer> nals = new ArrayList<>(unit.key() ? config.parameterSets() : List.of());
            nals.addAll(NalUnits.splitLengthPrefixed(unit.payload().bytes()));
            ByteBuffer whole = ByteBuffer.allocate(NalUnits.prefixedSize(nals));
            NalUnits.writeLengthPrefixed(nals, whole);
            expected.add(whole.flip());
        }
        return expected;
    }
}
