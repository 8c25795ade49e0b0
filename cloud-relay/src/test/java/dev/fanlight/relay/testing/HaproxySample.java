package dev.fanlight.relay.testing;

import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Debian’s HAProxy with the sample configuration of {@code deploy/haproxy}, in which only addresses and files are others. */
public final class HaproxySample implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");
    private static final Path SAMPLE = Path.of("../deploy/haproxy/haproxy.cfg");

    private final int port = FreePort.next();
    private final Process process;

    private HaproxySample(Path folder, String sample) throws IOException {
        Path file = Files.writeString(
                folder.resolve("haproxy.cfg"), replaced(sample, "bind :443", "bind 127.0.0.1:" + port));
        process = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.out").toFile())
                .start();
        Await.until("haproxy listens", () -> !process.isAlive() || listens());
        if (!process.isAlive()) {
            throw new AssertionError(Files.readString(folder.resolve("haproxy.out")));
        }
    }

    /** Starts it before a relay, at the root; {@code folder} has {@code chain.pem} and {@code key.pem}. */
    public static HaproxySample atRoot(Path folder, int relay) throws IOException {
        return new HaproxySample(folder, sample(folder, relay));
    }

    /** Starts it before a relay, below {@code /cam/}, as the comments of the sample say. */
    public static HaproxySample belowAPath(Path folder, int relay) throws IOException {
        String below = replaced(sample(folder, relay), "    default_backend relay\n", "");
        return new HaproxySample(folder, replaced(below, "#   use_backend relay", "use_backend relay"));
    }

    private static String sample(Path folder, int relay) throws IOException {
        Path certificate = Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("chain.pem")) + Files.readString(folder.resolve("key.pem")));
        String sample = replaced(Files.readString(SAMPLE), "/etc/haproxy/cam.example.org.pem", certificate.toString());
        return replaced(sample, "127.0.0.1:8080", "127.0.0.1:" + relay);
    }

    private static String replaced(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new AssertionError("the sample does not have " + from);
        }
        return text.replace(from, to);
    }

    /** Whether it is installed. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** The port on loopback. */
    public int port() {
        return port;
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

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
