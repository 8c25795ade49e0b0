package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system’s GStreamer, with the pipeline of a test. Stateless. */
public final class GStreamerRun {

    private static final Path PROGRAM = Path.of("/usr/bin/gst-launch-1.0");
    private static final long LIMIT_SECONDS = 60;

    private GStreamerRun() {}

    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Runs a pipeline to its good end; words are separated by spaces. */
    public static void run(String pipeline) {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-q"));
        command.addAll(List.of(pipeline.split(" ")));
        try {
            Path output = Files.createTempFile("gstreamer", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            assertThat(ended).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
