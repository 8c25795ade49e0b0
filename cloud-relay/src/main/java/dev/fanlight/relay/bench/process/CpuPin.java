package dev.fanlight.relay.bench.process;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reserves one CPU for the relay and leaves the others to this process, by {@code taskset} of util-linux. Immutable.
 *
 * @param cpu from 0
 * @param processors number of CPUs
 */
public record CpuPin(int cpu, int processors) {

    private static final String TASKSET = "taskset";
    private static final long LIMIT_SECONDS = 5;

    /** Checks the number; throws {@link UserException} if there is no such CPU. */
    public CpuPin {
        if (cpu < 0 || cpu >= processors) {
            throw new UserException(
                    ExitCode.USAGE, "There is no CPU " + cpu + "; this computer has 0 to " + (processors - 1) + ".");
        }
    }

    /** Prefix of a command line that is to run on this CPU. */
    List<String> prefix() {
        return List.of(TASKSET, "-c", String.valueOf(cpu));
    }

    /**
     * Moves a running process with all its threads to the other CPUs, if there are any. Blocking.
     *
     * @throws UserException if {@code taskset} is not installed
     */
    public void keepAway(long pid) {
        if (processors == 1) {
            return;
        }
        String others = IntStream.range(0, processors)
                .filter(other -> other != cpu)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        run(List.of(TASKSET, "-a", "-c", "-p", others, String.valueOf(pid)));
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.FAILED, "--pin needs taskset, which is not installed (Debian package util-linux).", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        }
    }
}
