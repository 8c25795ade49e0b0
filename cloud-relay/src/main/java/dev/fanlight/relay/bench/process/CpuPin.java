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
 * One CPU for the relay, and all others for this process. By {@code taskset} of util-linux: Java cannot do it. Immutable.
 *
 * @param cpu from 0
 * @param processors how many this machine has
 */
public record CpuPin(int cpu, int processors) {

    private static final String TASKSET = "taskset";
    private static final long LIMIT_SECONDS = 5;

    /** Checks the number; {@link UserException} with a sentence when there is no such CPU. */
    public CpuPin {
        if (cpu < 0 || cpu >= processors) {
            throw new UserException(
                    ExitCode.USAGE, "There is no CPU " + cpu + " here; they are 0 to " + (processors - 1) + ".");
        }
    }

    /** What stands in front of a command line that keeps to the CPU. */
    List<String> prefix() {
        return List.of(TASKSET, "-c", String.valueOf(cpu));
    }

    /**
     * Moves a running process with all its threads to the other CPUs, if there are any. Blocking.
     *
     * @throws UserException when there is no {@code taskset}
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
                    ExitCode.FAILED, "--pin needs taskset, which is not here. Debian has it in util-linux.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        }
    }
}
