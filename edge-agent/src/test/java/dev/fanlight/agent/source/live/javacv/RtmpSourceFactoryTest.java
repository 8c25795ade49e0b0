package dev.fanlight.agent.source.live.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.encode.javacv.DecodingCheck;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.LiveRun;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** FFmpeg as a camera that pushes RTMP to the agent. */
@StartsProcesses
class RtmpSourceFactoryTest {

    private static final Map<String, String> AS_IT_IS = Map.of("camera.encode", "none", "camera.audio", "true");
    private static final String KEY = "live/k3y-of-16-letters";

    private final int port = FreePort.next();
    private final List<Process> cameras = new ArrayList<>();
    private final List<SourceFactory> factories = new ArrayList<>();

    @AfterEach
    void stop() {
        cameras.forEach(Process::destroyForcibly);
        factories.forEach(SourceFactory::close);
    }

    @Test
    void whatACameraPushesIsPassedThroughWithItsSound() throws Exception {
        try (LiveRun run = open(AS_IT_IS)) {
            push(Footage.CARS.toString(), KEY);
            run.video(1);
            System.out.println("first video of " + run.source().describe() + " after "
                    + run.age().toMillis() + " ms");
            run.video(30).audio(10);
            assertThat(run.output.announced.get(0))
                    .extracting(track -> track.config().codec())
                    .containsExactly("avc1.428016", "mp4a.40.2");
            assertThat(run.output.notices).isEmpty();
            try (DecodingCheck decoder =
                    new DecodingCheck(run.output.video().get(0).config())) {
                assertThat(run.output.units)
                        .allMatch(unit -> decoder.decode(unit).isPresent());
            }
        }
    }

    @Test
    void h265WithBFramesIsDecodedWhereItMayBe() throws Exception {
        try (LiveRun run = open(Map.of("camera.audio", "true"))) {
            push("../shared-protocol/src/test/resources/media/h265-opus.flv", KEY);
            run.video(5);
            assertThat(run.source().describe()).contains("encoded here");
        }
    }

    @Test
    void videoAloneIsTakenAtOnce() throws Exception {
        try (LiveRun run = open(AS_IT_IS)) {
            push(Footage.CARS + " -an", KEY);
            run.video(30);
            assertThat(run.output.announced.get(0)).hasSize(1);
        }
    }

    @Test
    void aWrongKeyIsRefusedBeforeMediaAndGarbageKeepsNoCameraAway() throws Exception {
        try (LiveRun run = open(AS_IT_IS)) {
            Process stranger = push(Footage.CARS.toString(), "live/another-16-letters");
            assertThat(stranger.waitFor()).isNotZero();
            assertThat(new String(stranger.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("This is not the key of this camera");
            List<Socket> attackers = new ArrayList<>();
            Random random = new Random(1935);
            for (int i = 0; i < 30; i++) {
                attackers.add(garbage(random, i));
            }
            push(Footage.CARS.toString(), KEY);
            run.video(10);
            for (Socket attacker : attackers) {
                attacker.close();
            }
        }
    }

    @Test
    void aCameraThatEndsAndConnectsAgainIsTakenAgain() throws Exception {
        SourceFactory[] factory = new SourceFactory[1];
        try (LiveRun run = open(AS_IT_IS)) {
            factory[0] = factories.get(0);
            Process first = push(Footage.CARS.toString(), KEY);
            run.video(5);
            first.destroyForcibly();
            SourceException end = run.failure();
            assertThat(end.problem()).isEqualTo(SourceProblem.GONE);
            assertThat(end).hasMessageContaining("rtmp://127.0.0.1:" + port).hasMessageNotContaining("k3y");
        }
        push(Footage.CARS.toString(), KEY);
        try (LiveRun again = LiveRun.open(context -> factory[0], address(), AS_IT_IS)) {
            again.video(5);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
                LiveRun run = open(AS_IT_IS)) {
            assertThat(taken.isBound()).isTrue();
            assertThat(run.failure())
                    .hasMessageStartingWith("rtmp://127.0.0.1:" + port + " cannot be listened at: the port is taken");
        }
    }

    private LiveRun open(Map<String, String> settings) throws Exception {
        return LiveRun.open(
                context -> {
                    SourceFactory factory = new RtmpSourceFactory(context, new Random(7));
                    factories.add(factory);
                    return factory;
                },
                address(),
                settings);
    }

    private String address() {
        return "rtmp://127.0.0.1:" + port + "/" + KEY;
    }

    private Process push(String input, String path) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Loader.load(ffmpeg.class), "-nostdin", "-v", "error", "-re", "-stream_loop", "-1", "-i"));
        command.addAll(List.of(input.split(" ")));
        command.addAll(List.of("-c", "copy", "-f", "flv", "rtmp://127.0.0.1:" + port + "/" + path));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        cameras.add(process);
        return process;
    }

    /** A peer that is silent, sends anything, or sends anything behind a handshake. */
    private Socket garbage(Random random, int number) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        byte[] bytes = new byte[number % 3 * 4_000];
        random.nextBytes(bytes);
        if (number % 3 == 2) {
            bytes[0] = 3;
        }
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // It is closed already.
        }
        return socket;
    }
}
