package dev.fanlight.agent.source.live;

import dev.fanlight.runtime.LastLine;
import dev.fanlight.runtime.LoopRunner;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of local configuration, with all that it starts: the one place that starts such. They are a process group of their own under a
 * shell that waits for the end of its stdin and then kills the group, so nothing outlives the agent, however that ends. Thread safe.
 */
public final class CommandProcess implements AutoCloseable {

    private static final String SUPERVISE =
            "exec 3>&1 >/dev/null; sh -c \"$1\" </dev/null >&3 3>&- & exec 3>&-; read _; kill -KILL 0";

    private final Process process;
    private final LastLine errors;
    private final LoopRunner errorReader;
    private final Duration endLimit;

    private CommandProcess(Process process, LastLine errors, LoopRunner errorReader, Duration endLimit) {
        this.process = process;
        this.errors = errors;
        this.errorReader = errorReader;
        this.endLimit = endLimit;
    }

    /**
     * Starts one.
     *
     * @param command for {@code sh -c}
     * @param endLimit how long the end of a killed one is waited for
     * @throws IOException when this system has no {@code setsid} or no memory
     */
    public static CommandProcess start(String command, Duration endLimit) throws IOException {
        Process process = new ProcessBuilder(List.of("setsid", "sh", "-c", SUPERVISE, "sh", command)).start();
        LastLine errors = new LastLine(process.getErrorStream(), "command-errors");
        return new CommandProcess(process, errors, LoopRunner.start(errors, failure -> {}), endLimit);
    }

    /** Its stdout, which ends when the command and all that it has started have. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** The last line that it has written to stderr, shortened; empty when it has written none. Waits for a moment for its end. */
    public String lastError() {
        errorReader.awaitEnd(endLimit);
        return errors.text();
    }

    /** Kills the group. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor(endLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // The shell has gone already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        errorReader.stop();
    }
}
