package dev.fanlight.relay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian’s {@code srt-live-transmit}, which has an own command line over libsrt. */
public final class SrtLiveTransmit implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/srt-live-transmit");

    private final Process process;
    private final Path output;

    private SrtLiveTransmit(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Writes what comes from an address into a file. */
    public static SrtLiveTransmit toFile(String address, Path output) {
        return start(List.of(PROGRAM.toString(), "-q", address, "file://con"), ProcessBuilder.Redirect.PIPE, output);
    }

    /** Sends a file of MPEG-TS, as fast as it can. */
    public static SrtLiveTransmit fromFile(Path input, String address) {
        return start(
                List.of(PROGRAM.toString(), "-q", "file://con", address),
                ProcessBuilder.Redirect.from(input.toFile()),
                input.resolveSibling("transmit.log"));
    }

    private static SrtLiveTransmit start(List<String> command, ProcessBuilder.Redirect input, Path output) {
        try {
            return new SrtLiveTransmit(
                    new ProcessBuilder(command)
                            .redirectInput(input)
                            .redirectOutput(output.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much it has written. */
    public long bytes() {
        return output.toFile().length();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
