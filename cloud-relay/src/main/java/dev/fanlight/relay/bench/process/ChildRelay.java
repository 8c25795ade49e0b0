package dev.fanlight.relay.bench.process;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.config.ListenConfig;
import dev.fanlight.runtime.LoopRunner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A relay in a process of its own, so that its CPU and memory can be measured. Blocking; {@link #close()} may be called by any thread. */
public final class ChildRelay implements AutoCloseable {

    private static final String OWN_VARIABLES = "FANLIGHT_";
    private static final long START_LIMIT_SECONDS = 30;
    private static final long STOP_LIMIT_SECONDS = 6;
    /** Exit codes after SIGHUP, SIGINT and SIGTERM. */
    private static final Set<Integer> TERMINATED = Set.of(129, 130, 143);

    /** The highest values the settings allow, because all viewers have the same address. */
    private static final int HIGHEST_VIEWERS = 100_000;

    private static final int HIGHEST_SOCKETS = 100_000;
    private static final int HIGHEST_CONNECTS = 1_000_000;

    private final Process process;
    private final ChildOutput output;
    private final LoopRunner reader;
    private final int plainPort;

    private ChildRelay(Process process, int plainPort) {
        this.process = process;
        this.output = new ChildOutput(process.getInputStream());
        this.reader = LoopRunner.start(output, e -> {});
        this.plainPort = plainPort;
    }

    /**
     * Starts a relay on free ports, which the caller must close; {@link #awaitReady()} waits until it is listening.
     *
     * @param state its state folder
     * @throws UserException if the program cannot be run
     */
    public static ChildRelay launch(RelayProgram program, Path state) {
        int plainPort = freePort();
        return new ChildRelay(process(program, state, needed(plainPort)), plainPort);
    }

    /**
     * Waits until it is listening.
     *
     * @throws UserException with the relay’s own error if it does not start within 30 s
     */
    public void awaitReady() {
        var unused = tlsPort();
    }

    /** The port for agents and viewers; waits like {@link #awaitReady()}. */
    public int tlsPort() {
        try {
            return output.port().get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw notStarted(e);
        } catch (TimeoutException e) {
            throw new UserException(
                    ExitCode.FAILED,
                    "The relay under test did not start within " + START_LIMIT_SECONDS + " seconds.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        }
    }

    /** The relay’s own error; with its exit code if a setting is wrong. */
    private UserException notStarted(ExecutionException reason) {
        int code = exitCode();
        // Ctrl-C reaches all processes of the terminal.
        if (TERMINATED.contains(code)) {
            return new UserException(ExitCode.INTERRUPTED, "Interrupted.", reason);
        }
        int reported = code == ExitCode.SETTINGS ? code : ExitCode.FAILED;
        return new UserException(
                reported,
                String.valueOf(Objects.requireNonNull(reason.getCause()).getMessage()),
                reason);
    }

    private int exitCode() {
        try {
            return process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    /** The port without TLS, on loopback. */
    public int plainPort() {
        return plainPort;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** The process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether it is still running. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Terminates it; kills it after 6 s. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        reader.close();
    }

    private static Map<String, String> needed(int plainPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(ListenConfig.PORT.key(), "0");
        settings.put(ListenConfig.PLAIN_PORT.key(), String.valueOf(plainPort));
        settings.put(LimitConfig.VIEWERS.key(), String.valueOf(HIGHEST_VIEWERS));
        settings.put(LimitConfig.SOCKETS_PER_ADDRESS.key(), String.valueOf(HIGHEST_SOCKETS));
        settings.put(LimitConfig.CONNECTIONS_PER_ADDRESS.key(), String.valueOf(HIGHEST_SOCKETS));
        settings.put(LimitConfig.CONNECTS_PER_MINUTE.key(), String.valueOf(HIGHEST_CONNECTS));
        return settings;
    }

    private static Process process(RelayProgram program, Path state, Map<String, String> needed) {
        ProcessBuilder builder = new ProcessBuilder(program.serve(state, needed)).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith(OWN_VARIABLES));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.FAILED, "The relay under test cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /** A port that is free now: 0 would disable the plain listener. */
    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, "There is no free port on 127.0.0.1.", e);
        }
    }
}
