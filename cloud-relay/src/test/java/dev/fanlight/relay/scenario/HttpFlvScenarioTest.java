package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.FlvPlayer;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What players of FLV get: the same frames and sound that were published, decodable wherever they begin. */
@StartsProcesses
class HttpFlvScenarioTest {

    private static final Path SHARED = Path.of("../shared-protocol/src/test/resources/media");
    private static final long EPOCH = 7;
    private static final int AUDIO_AND_VIDEO = 5;
    private static final int VIDEO_ONLY = 1;

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestCamera camera;
    private TestAgent agent;
    private FlvFfmpeg ffmpeg;

    @BeforeEach
    void start() {
        relay = FlvPlayer.relay(temp.resolve("state"));
        ffmpeg = new FlvFfmpeg(temp);
        camera = relay.invite("front");
        agent = relay.publishing(camera);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void ffmpegDecodesH264AndAacFrameByFrame() throws Exception {
        Path file = ffmpeg.clip("-c:v", "libx264", "-bf", "0", "-c:a", "aac");
        FlvClip clip = FlvClip.of(Files.readAllBytes(file));
        clip.announce(agent, EPOCH);
        Process player = FlvFfmpeg.hashes(url("front") + query(), clip);
        awaitReader();
        clip.send(agent, EPOCH, 0, clip.units.size());
        String played = FlvFfmpeg.output(player);
        assertThat(played).isEqualTo(FlvFfmpeg.output(FlvFfmpeg.hashes(file.toString(), clip)));
        assertThat(played.lines().filter(line -> line.startsWith("0")))
                .hasSize(clip.of(MediaKind.VIDEO).size() - FlvFfmpeg.HELD);
    }

    @Test
    void ffprobeSeesWhatThereIs() throws Exception {
        FlvClip clip = FlvClip.of(Files.readAllBytes(ffmpeg.clip("-c:v", "libx264", "-bf", "0", "-c:a", "aac")));
        clip.announce(agent, EPOCH);
        Process probe = new ProcessBuilder(
                        "ffprobe",
                        "-v",
                        "error",
                        "-analyzeduration",
                        "500000",
                        "-show_entries",
                        "stream=codec_name,width,sample_rate",
                        "-of",
                        "csv=p=0",
                        url("front") + query())
                .redirectErrorStream(true)
                .start();
        awaitReader();
        clip.send(agent, EPOCH, 0, clip.units.size());
        assertThat(FlvFfmpeg.output(probe)).contains("h264,320").contains("aac,48000");
    }

    @Test
    void h265AndOpusArriveUnitByUnitInTheEnhancedForm() throws Exception {
        FlvClip clip = FlvClip.of(Files.readAllBytes(SHARED.resolve("h265-opus.flv")));
        clip.announce(agent, EPOCH);
        try (FlvPlayer player = FlvPlayer.open(relay, "front", query())) {
            awaitReader();
            clip.send(agent, EPOCH, 0, clip.units.size());
            for (MediaKind kind : List.of(MediaKind.VIDEO, MediaKind.AUDIO)) {
                player.expectUnits(kind, clip.of(kind).size());
                assertThat(player.units(kind).stream().map(AccessUnit::payload))
                        .isEqualTo(
                                clip.of(kind).stream().map(AccessUnit::payload).toList());
            }
            assertThat(configs(player)).hasAtLeastOneElementOfType(H265Config.class);
            assertThat(configs(player)).hasAtLeastOneElementOfType(OpusConfig.class);
            assertThat(player.flags()).isEqualTo(AUDIO_AND_VIDEO);
        }
    }

    @Test
    void theHeaderOfTheResponsePromisesSoundOnlyWhereThereIsSome() throws Exception {
        FlvClip clip = FlvClip.of(Files.readAllBytes(ffmpeg.clip("-an", "-c:v", "libx264", "-bf", "0")));
        clip.announce(agent, EPOCH);
        try (FlvPlayer player = FlvPlayer.open(relay, "front", query())) {
            awaitReader();
            clip.send(agent, EPOCH, 0, 1);
            player.expectUnits(MediaKind.VIDEO, 1);
            assertThat(player.flags()).isEqualTo(VIDEO_ONLY);
            assertThat(player.response.statusCode()).isEqualTo(200);
            assertThat(player.response.headers().map())
                    .containsEntry("content-type", List.of("video/x-flv"))
                    .containsEntry("cache-control", List.of("no-store"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsEntry("access-control-allow-origin", List.of("*"))
                    .containsEntry("transfer-encoding", List.of("chunked"));
        }
    }

    @Test
    void aLateJoinerBeginsWithTheKeyFrameOfTheGopCache() throws Exception {
        FlvClip clip = FlvClip.of(Files.readAllBytes(ffmpeg.clip("-an", "-c:v", "libx264", "-bf", "0", "-g", "25")));
        clip.announce(agent, EPOCH);
        try (FlvPlayer first = FlvPlayer.open(relay, "front", query())) {
            awaitReader();
            clip.send(agent, EPOCH, 0, 30);
            first.expectUnits(MediaKind.VIDEO, 30);
            try (FlvPlayer late = FlvPlayer.open(relay, "front", query())) {
                late.expectUnits(MediaKind.VIDEO, 5);
                clip.send(agent, EPOCH, 30, 32);
                late.expectUnits(MediaKind.VIDEO, 7);
                assertThat(late.units(MediaKind.VIDEO).stream().map(AccessUnit::payload))
                        .isEqualTo(clip.units.subList(25, 32).stream()
                                .map(AccessUnit::payload)
                                .toList());
                assertThat(late.tags).element(0).returns(FlvTagType.VIDEO, FlvTag::type);
                assertThat(late.tags.get(late.tags.size() - 1).timestampMillis())
                        .isEqualTo(newestTime(first, 32));
            }
        }
    }

    @Test
    void anotherEpochSendsItsOwnSequenceHeaderAndTimeGoesOn() throws Exception {
        FlvClip small = FlvClip.of(Files.readAllBytes(ffmpeg.clip("-an", "-c:v", "libx264", "-bf", "0")));
        FlvClip h265 = FlvClip.of(Files.readAllBytes(SHARED.resolve("h265-opus.flv")));
        small.announce(agent, EPOCH);
        try (FlvPlayer player = FlvPlayer.open(relay, "front", query())) {
            awaitReader();
            small.send(agent, EPOCH, 0, 30);
            player.expectUnits(MediaKind.VIDEO, 30);
            h265.announce(agent, EPOCH + 1);
            h265.send(agent, EPOCH + 1, 0, h265.units.size());
            player.expectUnits(MediaKind.VIDEO, 30 + h265.of(MediaKind.VIDEO).size());
            assertThat(configs(player)).hasSize(3);
            assertThat(player.tags.stream()
                            .filter(tag -> tag.type() == FlvTagType.VIDEO)
                            .map(FlvTag::timestampMillis))
                    .isSorted();
        }
    }

    @Test
    void aReaderWakesTheCameraWaitsForItAndCountsAsAViewer() throws Exception {
        agent.expect(Demand.class);
        try (FlvPlayer player = FlvPlayer.open(relay, "front", query())) {
            assertThat(player.response.statusCode()).isEqualTo(200);
            awaitReader();
            assertThat(viewers()).hasSize(1);
            FlvClip clip = FlvClip.of(Files.readAllBytes(ffmpeg.clip("-an", "-c:v", "libx264", "-bf", "0")));
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            player.expectUnits(MediaKind.VIDEO, 1);
        }
        Await.until("it counts no more", () -> viewers().isEmpty());
        Await.until("the camera may sleep", () -> agent.expect(Demand.class).readers() == 0);
    }

    @Test
    void aSlowReaderGoesOnWithAKeyFrame() throws Exception {
        FlvClip clip = FlvClip.of(
                Files.readAllBytes(ffmpeg.clip("-an", "-c:v", "libx264", "-bf", "0", "-g", "10", "-b:v", "8M")));
        clip.announce(agent, EPOCH);
        try (RawHttp slow = RawHttp.plain(relay.plainPort());
                FlvPlayer quick = FlvPlayer.open(relay, "front", query())) {
            slow.send("GET /live/front.flv" + query() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            Await.until("both watch", () -> viewers().size() == 2);
            int sent = 0;
            while (relay.server().counters().get(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER) == 0) {
                clip.send(agent, EPOCH, 0, clip.units.size());
                sent += clip.units.size();
                quick.expectUnits(MediaKind.VIDEO, sent);
            }
            assertThat(slow.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    private List<?> viewers() {
        return relay.host().get("/cameras/front/viewers").expect(200).array().getList();
    }

    private void awaitReader() {
        Await.until("somebody reads", () -> agent.expect(Demand.class).viewers() > 0);
    }

    private static Stream<Object> configs(FlvPlayer player) {
        return player.events.stream()
                .filter(FlvEvent.TrackChange.class::isInstance)
                .map(event -> ((FlvEvent.TrackChange) event).config());
    }

    private static long newestTime(FlvPlayer player, int units) {
        player.expectUnits(MediaKind.VIDEO, units);
        return player.tags.get(player.tags.size() - 1).timestampMillis();
    }

    private String url(String name) {
        return "http://127.0.0.1:" + relay.plainPort() + "/live/" + name + ".flv";
    }

    private String query() {
        return "?key=" + camera.watchKey();
    }
}
