package dev.fanlight.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code systemctl}, the program that asks systemd. Blocking, {@link #LIMIT} at most; stateless. */
public final class Systemctl {

    /** How long it may take. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int MAX_OUTPUT = 4_096;

    /** Created where it is used. */
    public Systemctl() {}

    /**
     * What it answered.
     *
     * @param code its exit code
     * @param output what it printed, at most a few lines
     */
    public record Result(int code, String output) {}

    /** Whether this computer was started by systemd. */
    public boolean isHere() {
        return Files.isDirectory(Path.of("/run/systemd/system"));
    }

    /**
     * Runs it with these words.
     *
     * @throws UserException when it cannot be started, or takes too long
     */
    public Result run(String... words) throws InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("systemctl"), Stream.of(words)).toList();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new UserException(ExitCode.FAILED, String.join(" ", command) + " has not ended in time.");
            }
            try (InputStream in = process.getInputStream()) {
                return new Result(
                        process.exitValue(), new String(in.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, "systemctl cannot be started. Is systemd installed?", e);
        }
    }
}
