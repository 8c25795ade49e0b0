package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.child.SharedFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The system’s FFmpeg, with the arguments of a test. */
public final class FfmpegRun implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/ffmpeg");

    private final Process process;

    private FfmpegRun(Process process) {
        this.process = process;
    }

    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts it; arguments are separated by spaces. */
    public static FfmpegRun start(String arguments) {
        return start(List.of(arguments.split(" ")));
    }

    /** Starts the relay’s own FFmpeg, which is newer, in its place. */
    public static FfmpegRun bundled(String arguments) {
        return start(SharedFfmpeg.program(), List.of(arguments.split(" ")));
    }

    /** Starts it with arguments that may have spaces in them. */
    public static FfmpegRun start(List<String> arguments) {
        return start(PROGRAM, arguments);
    }

    private static FfmpegRun start(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        try {
            return new FfmpegRun(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to a good end, and gives what it has written. */
    public static String run(String arguments) {
        try (FfmpegRun run = start(arguments)) {
            String output = run.output();
            assertThat(run.exitCode()).as(output).isZero();
            return output;
        }
    }

    /** What it writes until its end. */
    public String output() {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
