package dev.fanlight.agent.onsite;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that local configuration asks for: a hook, or the program that holds a GPIO line. The one place of this package that starts
 * processes. It gets no input, and its output is dropped. One thread.
 */
final class LocalProcess implements AutoCloseable {

    private static final Duration KILL_LIMIT = Duration.ofSeconds(1);

    private final Process process;

    private LocalProcess(Process process) {
        this.process = process;
    }

    static LocalProcess start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return new LocalProcess(builder.start());
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Its exit code; to be asked only when it has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Kills it with the processes that it has started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
