package dev.fanlight.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server of another project that runs while a test does. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it listens on this port of loopback. */
    public static ServerProcess start(Path folder, int port, String... command) throws IOException {
        return start(folder, () -> listens(port), command);
    }

    /**
     * Starts it and waits until it is ready; fails with what it has said when it ends before.
     *
     * @param folder where what it says is written to
     * @param isReady whether it can be used
     */
    public static ServerProcess start(Path folder, BooleanSupplier isReady, String... command) throws IOException {
        String name = String.valueOf(Path.of(command[0]).getFileName());
        Path said = folder.resolve(name + ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Await.until(name + " is ready", () -> !process.isAlive() || isReady.getAsBoolean());
        if (!process.isAlive()) {
            throw new AssertionError(Files.readString(said));
        }
        return new ServerProcess(process);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
