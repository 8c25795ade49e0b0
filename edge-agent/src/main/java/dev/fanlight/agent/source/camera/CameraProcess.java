package dev.fanlight.agent.source.camera;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The child process that holds a camera: the one place that starts it. It waits with FFmpeg loaded until it is asked for a camera, which
 * local configuration alone names. It ends by itself when its stdin closes, so none outlives the agent. Thread safe.
 */
final class CameraProcess implements AutoCloseable {

    private final Process process;
    private final Duration killLimit;

    private CameraProcess(Process process, Duration killLimit) {
        this.process = process;
        this.killLimit = killLimit;
    }

    /**
     * Starts one with this program’s own Java and classes.
     *
     * @param mainClass of the child
     * @param killLimit how long its end is waited for after it was killed
     */
    static CameraProcess start(String mainClass, Duration killLimit) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Measured: C1 halves the start in an emulated Pi (8 s instead of 17); with a small heap the process
                // that waits has 68 MB instead of 98, and starts with 0.8 s of CPU instead of 1.1.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xms8m",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new CameraProcess(process, killLimit);
    }

    /** Asks for the frames of a camera; once. */
    void request(CameraRequest request) throws IOException {
        request.write(process.getOutputStream());
    }

    /** Its stdout. */
    InputStream output() {
        return process.getInputStream();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Kills it: nothing gentler ends a thread that hangs in a driver. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(killLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
