package dev.fanlight.agent.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** VLC’s RTSP server as a process, which sends a video file over UDP only. */
public final class VlcServer implements AutoCloseable {

    private static final Path VLC = Path.of("/usr/bin/vlc");

    private final Process process;
    private final int port;

    private VlcServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one that loops {@code file}, which all users may read. */
    public static VlcServer start(Path file) throws IOException {
        assumeTrue(Files.isExecutable(VLC), "vlc-bin and vlc-plugin-base are not installed");
        int port = freePort();
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // VLC refuses to run as root.
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of(
                VLC.toString(),
                "-I",
                "dummy",
                "--no-dbus",
                "--rtsp-host=127.0.0.1",
                "--loop",
                "--sout-keep",
                "--sout",
                "#rtp{sdp=rtsp://:" + port + "/x}",
                file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", "/nonexistent");
        return new VlcServer(builder.start(), port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whether it serves. */
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.getOutputStream()
                    .write(("DESCRIBE " + url() + " RTSP/1.0\r\nCSeq: 1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("RTSP/1.0 200".length());
            return new String(answer, StandardCharsets.US_ASCII).endsWith("200");
        } catch (IOException e) {
            return false;
        }
    }

    public String url() {
        return "rtsp://127.0.0.1:" + port + "/x";
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
