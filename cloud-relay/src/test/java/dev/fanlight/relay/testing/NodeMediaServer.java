package dev.fanlight.relay.testing;

import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** node-media-server, which takes streams by RTMP, pulls them from others, and serves them as FLV. */
public final class NodeMediaServer implements AutoCloseable {

    private static final Path FOLDER = Path.of("src/test/node-media-server").toAbsolutePath();

    private final int rtmpPort = FreePort.next();
    private final int httpPort = FreePort.next();
    private final Process process;

    private NodeMediaServer(Path folder, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "node", FOLDER.resolve("server.cjs").toString(), "" + rtmpPort, "" + httpPort, folder.toString()));
        command.addAll(more);
        Path log = folder.resolve("node-media-server.log");
        process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Await.until("it listens", () -> !process.isAlive() || (listens(rtmpPort) && listens(httpPort)));
        if (!process.isAlive()) {
            throw new AssertionError(Files.readString(log));
        }
    }

    /** Whether its packages were installed; {@code make test} does that. */
    public static boolean isInstalled() {
        return Files.isDirectory(FOLDER.resolve("node_modules/node-media-server"));
    }

    /** Starts it in an empty folder and waits until it listens. */
    public static NodeMediaServer start(Path folder) throws IOException {
        return new NodeMediaServer(Files.createDirectories(folder), List.of());
    }

    /** The same, and has it pull an address as the stream {@code /live/pulled}. */
    public static NodeMediaServer pulling(Path folder, String address) throws IOException {
        return new NodeMediaServer(Files.createDirectories(folder), List.of(address, "/live/pulled"));
    }

    /** Where it is pushed to, without the key of a stream. */
    public String address() {
        return "rtmp://127.0.0.1:" + rtmpPort + "/live";
    }

    /** Where a stream is watched. */
    public String flv(String stream) {
        return "http://127.0.0.1:" + httpPort + "/live/" + stream + ".flv";
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
