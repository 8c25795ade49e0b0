package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.testing.CapturedTimes;
import dev.fanlight.relay.testing.ContainerRelay;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.HlsRelay;
import dev.fanlight.relay.testing.RtmpPeer;
import dev.fanlight.relay.testing.RtspPeer;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Players of every gateway get H.264 of a camera that sends something else, where its owner allows it. */
@StartsProcesses
class TranscodeScenarioTest {

    private static final String VP8 = "-re -f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i"
            + " sine=sample_rate=48000 -c:v libvpx -deadline realtime -cpu-used 8 -g 25 -b:v 500k -c:a libopus -live 1";
    private static final int FRAMES = 50;

    private final NewProcesses processes = new NewProcesses();
    private final AtomicReference<GatewayContext> context = new AtomicReference<>();

    @TempDir
    private Path temp;

    private ContainerRelay in;
    private TestRelay relay;
    private TestCamera camera;
    private int rtspPort;
    private int rtmpPort;

    @BeforeEach
    void start() {
        rtspPort = FreePort.next();
        rtmpPort = FreePort.next();
        Map<String, String> settings = Map.of(
                "gateways.flv.type",
                "http_flv",
                "gateways.hls.type",
                "hls",
                "gateways.rtsp.port",
                "" + rtspPort,
                "gateways.rtmp.port",
                "" + rtmpPort);
        List<GatewayFactory> all = new ArrayList<>(RelayGateways.KINDS.configured(
                new SettingsReader(RelayGateways.SCHEMA).overrides(settings).read()));
        GatewayFactory first = all.remove(0);
        all.add(given -> {
            context.set(given);
            return first.create(given);
        });
        in = ContainerRelay.start(
                temp.resolve("state"), ContainerTimeouts.STANDARD, all.toArray(GatewayFactory[]::new));
        relay = in.relay();
        camera = relay.invite("front");
        relay.host()
                .patch("/cameras/front", new JsonObject().put("transcode", true))
                .expect(200);
    }

    @AfterEach
    void stop() {
        in.close();
        assertThat(processes.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"live/front.flv, false", "live/front.m3u8, true", "rtsp, true"})
    void ffmpegDecodesH264OfACameraThatSendsVp8(String path, boolean knowsOpus) {
        try (FfmpegRun run = push()) {
            Await.until("it is live", () -> stream().isOnline());
            List<String> played = play(path, knowsOpus);
            assertThat(played.stream().filter(line -> line.startsWith("0,"))).hasSizeGreaterThanOrEqualTo(FRAMES - 1);
            assertThat(played.stream().filter(line -> line.startsWith("1,"))).hasSizeGreaterThan(knowsOpus ? 80 : -1);
            assertThat(run.isRunning()).isTrue();
        }
        assertThat(in.children()).isEqualTo(1);
        Await.until("nothing is left", () -> in.children().equals(0));
    }

    @ParameterizedTest
    @CsvSource({
        "libvpx -deadline realtime -cpu-used 8, webm, video/webm",
        "libvpx-vp9 -deadline realtime -cpu-used 8, webm, video/webm",
        "libsvtav1 -preset 12, webm, video/webm",
        "libx265 -preset ultrafast -x265-params log-level=none:bframes=0, matroska, video/x-matroska"
    })
    void everyFrameKeepsItsCaptureTimeAndKeyFramesComeEvery2s(String encoder, String format, String mediaType) {
        SeenMedia page = in.watch(camera);
        String source = "-re -f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i sine=sample_rate=48000 -c:v "
                + encoder + " -g 25 -b:v 500k -c:a libopus -live 1";
        try (FfmpegRun run = in.push(source, format, mediaType, in.newKey("front"));
                CapturedTimes derived = CapturedTimes.of(playable())) {
            Await.until("5 s of it", () -> video(derived.headers).size() >= 125);
            List<Long> original = times(page.headers(MediaKind.VIDEO));
            List<Long> made = times(video(derived.headers));
            assertThat(original).containsSequence(made);
            assertThat(video(derived.headers).stream()
                            .filter(MediaHeader::isKey)
                            .map(MediaHeader::captureMicros))
                    .hasSizeBetween(3, 4)
                    .isSorted();
            assertThat(times(page.headers(MediaKind.AUDIO))).containsAll(audio(derived));
            assertThat(derived.tracks.get(derived.tracks.size() - 1).tracks())
                    .extracting(track -> (Object) track.config().getClass())
                    .containsExactly(H264Config.class, OpusConfig.class);
            assertThat(page.headers(MediaKind.VIDEO)).isNotEmpty();
            assertThat(run.isRunning()).isTrue();
        }
    }

    @Test
    void anEncoderThatIsKilledComesBackAndTheOriginalGoesOn() {
        SeenMedia page = in.watch(camera);
        try (FfmpegRun run = push();
                CapturedTimes derived = CapturedTimes.of(playable())) {
            Await.until("frames", () -> video(derived.headers).size() >= 25);
            long epoch = derived.tracks.get(0).epoch();
            processes.list().stream()
                    .filter(process -> process.info()
                            .command()
                            .filter(command -> command.startsWith("/usr/bin/ffmpeg"))
                            .isEmpty())
                    .forEach(ProcessHandle::destroyForcibly);
            Await.until(
                    "it comes back",
                    () -> derived.headers.stream()
                                    .filter(header -> header.epoch() != epoch && header.kind() == MediaKind.VIDEO)
                                    .count()
                            > 25);
            List<MediaHeader> original = page.headers(MediaKind.VIDEO);
            assertThat(original)
                    .extracting(MediaHeader::epoch)
                    .containsOnly(original.get(0).epoch());
            assertThat(original)
                    .extracting(MediaHeader::sequence)
                    .isEqualTo(LongStream.range(0, original.size())
                            .map(index -> original.get(0).sequence() + index)
                            .boxed()
                            .toList());
            assertThat(run.isRunning()).isTrue();
        }
    }

    @Test
    void aCameraThatFoundNoPlaceGetsTheOneThatAnotherLeaves() {
        transcoded("second");
        transcoded("third");
        try (FfmpegRun run = push();
                FfmpegRun second = push("second");
                FfmpegRun third = push("third");
                CapturedTimes busy = CapturedTimes.of(playable("second"))) {
            CapturedTimes leaving = CapturedTimes.of(playable("third"));
            Await.until("both places are taken", () -> isH264(busy) && isH264(leaving));
            try (CapturedTimes waiting = CapturedTimes.of(playable())) {
                Await.until("it goes on as it is", () -> video(waiting.headers).size() >= 10);
                assertThat(isH264(waiting)).isFalse();
                leaving.close();
                Await.until("it is encoded", () -> isH264(waiting));
            }
            assertThat(List.of(run, second, third)).allMatch(FfmpegRun::isRunning);
        }
    }

    @Test
    void withoutItsOwnersConsentAPlayerGetsTheVideoAsItIs() {
        relay.host()
                .patch("/cameras/front", new JsonObject().put("transcode", false))
                .expect(200);
        try (FfmpegRun run = push();
                CapturedTimes seen = CapturedTimes.of(playable())) {
            Await.until("frames", () -> video(seen.headers).size() >= 10);
            assertThat(seen.tracks)
                    .anyMatch(set -> set.tracks().stream().anyMatch(track -> track.config() instanceof Vp8Config));
            assertThat(in.children()).isEqualTo(0);
            String sentence =
                    "This camera sends VP8, which HLS cannot carry. Its owner can have the relay make H.264 of it:"
                            + " fanlight-relay camera transcode NAME on.";
            assertThat(new HlsRelay(relay).text("/live/front.m3u8?key=" + camera.watchKey()))
                    .startsWith(sentence);
            assertThat(new HlsRelay(relay).text("/live/front.flv?key=" + camera.watchKey()))
                    .startsWith(sentence.replace("HLS", "FLV"));
            try (RtmpPeer player = RtmpPeer.connected(rtmpPort, "live")) {
                player.play("front?key=" + camera.watchKey());
                player.expectStatus("NetStream.Play.Start");
                assertThat(player.expectStatus("NetStream.Play.Failed")).isEqualTo(sentence.replace("HLS", "RTMP"));
            }
            RtspPeer peer = RtspPeer.open("127.0.0.1", rtspPort);
            String address = "rtsp://127.0.0.1:" + rtspPort + "/front?key=" + camera.watchKey();
            assertThat(peer.request("DESCRIBE", address).sentence()).contains("sends VP8, which RTSP cannot carry");
            peer.close();
            assertThat(run.isRunning()).isTrue();
        }
    }

    @Test
    void theViewersOfTheDerivedStreamAreCountedAtTheCamera() {
        try (FfmpegRun run = push()) {
            CapturedTimes first = CapturedTimes.of(playable());
            CapturedTimes second = CapturedTimes.of(playable());
            Await.until("two viewers", () -> stream().viewers() == 2);
            first.close();
            second.close();
            Await.until("none", () -> stream().viewers() == 0);
            assertThat(run.isRunning()).isTrue();
        }
    }

    private FfmpegRun push() {
        return push("front");
    }

    private FfmpegRun push(String name) {
        return in.push(name, VP8, "webm", "video/webm", in.newKey(name));
    }

    private void transcoded(String name) {
        assertThat(relay.invite(name)).isNotNull();
        relay.host()
                .patch("/cameras/" + name, new JsonObject().put("transcode", true))
                .expect(200);
    }

    private static boolean isH264(CapturedTimes seen) {
        return seen.tracks.stream()
                .flatMap(set -> set.tracks().stream())
                .anyMatch(track -> track.config() instanceof H264Config);
    }

    private List<String> play(String path, boolean withSound) {
        String input = path.equals("rtsp")
                ? "-rtsp_transport tcp -i rtsp://127.0.0.1:" + rtspPort + "/front?key=" + camera.watchKey()
                : "-i http://127.0.0.1:" + relay.plainPort() + "/" + path + "?key=" + camera.watchKey();
        String output = FfmpegRun.run(("-threads 1 -analyzeduration 500000 " + input + " -map 0:v "
                        + (withSound ? "-map 0:a" : "") + " -fps_mode passthrough -t 2 -f framehash -hash md5 -")
                .replace("  ", " "));
        assertThat(output).contains("#dimensions 0: 320x180");
        return output.lines().filter(line -> !line.startsWith("#")).toList();
    }

    private LiveStream playable() {
        return playable("front");
    }

    private LiveStream playable(String name) {
        return context.get()
                .playableStreams()
                .open(context.get().watchGate().configured(new CameraName(name)).orElseThrow())
                .orElseThrow();
    }

    private LiveStream stream() {
        return context.get()
                .streams()
                .open(
                        new CameraName("front"),
                        context.get()
                                .watchGate()
                                .configured(new CameraName("front"))
                                .orElseThrow()
                                .pause())
                .orElseThrow();
    }

    private static List<MediaHeader> video(List<MediaHeader> headers) {
        return headers.stream()
                .filter(header -> header.kind() == MediaKind.VIDEO)
                .toList();
    }

    private static List<Long> audio(CapturedTimes derived) {
        return derived.headers.stream()
                .filter(header -> header.kind() == MediaKind.AUDIO)
                .map(MediaHeader::captureMicros)
                .toList();
    }

    private static List<Long> times(List<MediaHeader> headers) {
        return headers.stream().map(MediaHeader::captureMicros).toList();
    }
}
