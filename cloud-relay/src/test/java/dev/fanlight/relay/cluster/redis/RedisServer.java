package dev.fanlight.relay.cluster.redis;

import dev.fanlight.testing.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A Redis server of its own for one test: Debian’s program on a free port of loopback, with a password, nothing on disk. Thread safe. */
public final class RedisServer implements AutoCloseable {

    /** Holds what a URL has to escape. */
    public static final String PASSWORD = "p@ss:w/rd";

    private static final String READY = "Ready to accept connections";

    private final int port;
    private Process process;

    private RedisServer(int port) {
        this.port = port;
        this.process = launch(port);
    }

    /** Starts one. */
    public static RedisServer start() {
        return new RedisServer(FreePort.next());
    }

    /** Its URL. */
    public String url() {
        return "redis://:p%40ss%3Aw%2Frd@127.0.0.1:" + port;
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Its process. */
    public synchronized long pid() {
        return process.pid();
    }

    /** Ends it at once; everything that it knew is forgotten. */
    public synchronized void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Starts it again after {@link #kill}, on the same port. */
    public synchronized void startAgain() {
        process = launch(port);
    }

    /** Runs a command of words without spaces, which answers in one line. */
    public String command(String... words) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("AUTH " + PASSWORD + "\r\n" + String.join(" ", words) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            line(socket.getInputStream());
            return line(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static Process launch(int port) {
        try {
            Process process = new ProcessBuilder(List.of(
                            "redis-server",
                            "--port",
                            String.valueOf(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no",
                            "--daemonize",
                            "no",
                            "--requirepass",
                            PASSWORD))
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            BufferedReader output = process.inputReader();
            StringBuilder seen = new StringBuilder();
            for (String text = output.readLine(); text != null; text = output.readLine()) {
                seen.append(text).append('\n');
                if (text.contains(READY)) {
                    Thread reader = new Thread(() -> output.lines().forEach(ignored -> {}), "redis-log");
                    reader.setDaemon(true);
                    reader.start();
                    return process;
                }
            }
            throw new AssertionError("Redis did not start: " + seen);
        } catch (IOException e) {
            throw new AssertionError("There is no redis-server here: sudo apt-get install redis-server", e);
        }
    }
}
