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
import dev.fanlight.relay.testing.FlvPlayer;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Players that are no page of the relay take FLV: with the key of a link or the session of a page, and for as long as that is good. */
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

    @BeforeEach
    void start() {
        Map<String, String> settings = Map.of("gateways.flv.type", "http_flv");
        relay = TestRelay.start(
                temp.resolve("state"),
                RelayGateways.KINDS.configured(new SettingsReader(RelayGateways.SCHEMA)
                        .overrides(settings)
                        .read()));
        camera = relay.invite("front");
        agent = relay.publishing(camera);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void ffmpegDecodesH264AndAacFrameByFrame() throws Exception {
        Path file = clip("-c:v", "libx264", "-bf", "0", "-c:a", "aac");
        FlvClip clip = FlvClip.of(Files.readAllBytes(file));
        clip.announce(agent, EPOCH);
        Process player = hashes(url("front") + query(), clip);
        awaitReader();
        clip.send(agent, EPOCH, 0, clip.units.size());
        String played = output(player);
        assertThat(played).isEqualTo(output(hashes(file.toString(), clip)));
        assertThat(played.lines().filter(line -> line.startsWith("0")))
                .hasSize(clip.of(MediaKind.VIDEO).size());
    }

    @Test
    void ffprobeSeesWhatThereIs() throws Exception {
        FlvClip clip = FlvClip.of(Files.readAllBytes(clip("-c:v", "libx264", "-bf", "0", "-c:a", "aac")));
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
        assertThat(output(probe)).contains("h264,320").contains("aac,48000");
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
                        .isEqualTo(clip.of(kind).stream().map(AccessUnit::payload).toList());
            }
            assertThat(configs(player)).hasAtLeastOneElementOfType(H265Config.class);
            assertThat(configs(player)).hasAtLeastOneElementOfType(OpusConfig.class);
            assertThat(player.flags()).isEqualTo(AUDIO_AND_VIDEO);
        }
    }

    @Test
    void theHeaderOfTheResponsePromisesSoundOnlyWhereThereIsSome() throws Exception {
        FlvClip clip = FlvClip.of(Files.readAllBytes(clip("-an", "-c:v", "libx264", "-bf", "0")));
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
        FlvClip clip = FlvClip.of(Files.readAllBytes(clip("-an", "-c:v", "libx264", "-bf", "0", "-g", "25")));
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
        FlvClip small = FlvClip.of(Files.readAllBytes(clip("-an", "-c:v", "libx264", "-bf", "0")));
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
            FlvClip clip = FlvClip.of(Files.readAllBytes(clip("-an", "-c:v", "libx264", "-bf", "0")));
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            player.expectUnits(MediaKind.VIDEO, 1);
        }
        Await.until("it counts no more", () -> viewers().isEmpty());
        Await.until("the camera may sleep", () -> agent.expect(Demand.class).readers() == 0);
    }

    @Test
    void aSlowReaderGoesOnWithAKeyFrame() throws Exception {
        FlvClip clip = FlvClip.of(Files.readAllBytes(clip("-an", "-c:v", "libx264", "-bf", "0", "-g", "10", "-b:v", "8M")));
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

    @Test
    void revokedLinksEndTheStreamAtOnceAndAdmitNoMore() throws Exception {
        JsonObject link = link(new JsonObject().put("can", "watch"));
        String key = "?key=" + link.getString("url").replaceFirst(".*#", "");
        try (FlvPlayer player = FlvPlayer.open(relay, "front", key)) {
            assertThat(player.response.statusCode()).isEqualTo(200);
            relay.host().delete("/links/" + link.getString("id")).expect(204);
            Await.until("the stream has ended", player::hasEnded);
        }
        assertThat(FlvPlayer.open(relay, "front", key).response.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "front, ?key=wrong, 404",
        "front, '', 404",
        "nothing, ?key=wrong, 404",
        "front, ?key=%00%ff, 404",
    })
    void whoShowsNoValidKeyGetsNothing(String name, String query, int status) throws Exception {
        assertThat(FlvPlayer.open(relay, name, query).response.statusCode()).isEqualTo(status);
        assertThat(viewers()).isEmpty();
    }

    @Test
    void theKeyMayBeShownInAHeader() throws Exception {
        try (FlvPlayer player = FlvPlayer.open(relay, "front", "", "Authorization", "Bearer " + camera.watchKey())) {
            assertThat(player.response.statusCode()).isEqualTo(200);
        }
        FlvPlayer wrong = FlvPlayer.open(relay, "front", "", "Authorization", "Bearer wrong");
        assertThat(wrong.response.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /live/front.flv HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\n\r\n",
                "GET /live/front.flv HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                "GET /live/front.flv?key=KEY HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                "GET /live/front.flv?key=KEY HTTP/1.0\r\n\r\n",
                "GET /live/.flv?key=KEY HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /live/%2e%2e%2f.flv?key=KEY HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "POST /live/front.flv?key=KEY HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n"
            })
    void strangeRequestsAreAnsweredAndCostNoPlace(String request) throws Exception {
        try (RawHttp client = RawHttp.plain(relay.plainPort())) {
            client.send(request.replace("KEY", camera.watchKey()));
            assertThat(client.head()).matches("(?s)HTTP/1\\.[01] (4|50)\\d\\d .*");
        }
        assertThat(viewers()).isEmpty();
    }

    @Test
    void aHeadRequestIsAnsweredWithoutAStream() throws Exception {
        try (RawHttp client = RawHttp.plain(relay.plainPort())) {
            client.send("HEAD /live/front.flv" + query() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 200 ").contains("video/x-flv");
        }
        assertThat(viewers()).isEmpty();
    }

    @Test
    void theKeyOfALinkIsInNoDescriptionOfTheRelay() throws Exception {
        try (FlvPlayer player = FlvPlayer.open(relay, "front", query())) {
            assertThat(player.response.statusCode()).isEqualTo(200);
            assertThat(relay.server().describe().get("flv"))
                    .isEqualTo(Map.of("path", "/live/{camera}.flv", "viewers", 1));
        }
    }

    private JsonObject link(JsonObject wanted) {
        return relay.host().post("/cameras/front/links", wanted).expect(201).json();
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

    /** Two seconds of video and sound as FLV, with what the options say of codecs. */
    private Path clip(String... codecs) throws Exception {
        Path file = temp.resolve("clip.flv");
        List<String> command = new ArrayList<>(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=25:duration=2",
                "-f",
                "lavfi",
                "-i",
                "sine=sample_rate=48000:duration=2",
                "-preset",
                "ultrafast",
                "-g",
                "25",
                "-pix_fmt",
                "yuv420p"));
        command.addAll(List.of(codecs));
        command.add(file.toString());
        output(new ProcessBuilder(command).redirectErrorStream(true).start());
        return file;
    }

    /** The hashes of as many decoded frames and samples as a clip has, without their times. */
    private static Process hashes(String input, FlvClip clip) throws Exception {
        return new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-i",
                        input,
                        "-map",
                        "0:v",
                        "-map",
                        "0:a",
                        "-fps_mode",
                        "passthrough",
                        "-frames:v",
                        "" + clip.of(MediaKind.VIDEO).size(),
                        "-frames:a",
                        "" + (clip.of(MediaKind.AUDIO).size() - 4),
                        "-f",
                        "framehash",
                        "-hash",
                        "md5",
                        "-")
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("^(\\d),.*, *([0-9a-f]{32})$", "$1 $2"))
                .sorted()
                .reduce("", (all, line) -> all + line + "\n");
    }
}
