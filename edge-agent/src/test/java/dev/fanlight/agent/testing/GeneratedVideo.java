package dev.fanlight.agent.testing;

import dev.fanlight.agent.javacv.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Video files that the bundled FFmpeg makes, in a folder for each test. A field with {@code @RegisterExtension}; not thread safe. */
public final class GeneratedVideo implements BeforeEachCallback, AfterEachCallback {

    private Path folder;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        NativeLibraries.load(false);
        folder = Files.createTempDirectory("video");
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The path of a file that the test writes itself. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** Runs FFmpeg with these arguments, separated by spaces; {@code name} in the folder is its output. */
    public Path make(String name, String arguments, Path... inputs) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-v", "error", "-y"));
        List<Path> left = new ArrayList<>(Arrays.asList(inputs));
        for (String argument : arguments.split(" ", -1)) {
            command.add(argument.equals("IN") ? String.valueOf(left.remove(0)) : argument);
        }
        command.add(file.toString());
        Process program = new ProcessBuilder(command).inheritIO().start();
        if (program.waitFor() != 0) {
            throw new IOException("FFmpeg could not make " + name);
        }
        return file;
    }

    /** A moving picture in H.264 of one GOP a second, without reordering. */
    public Path passable(String name, int width, int height, int fps, int seconds)
            throws IOException, InterruptedException {
        return make(
                name,
                "-f lavfi -i testsrc2=size=" + width + "x" + height + ":rate=" + fps + ":duration=" + seconds
                        + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -bf 0 -g " + fps);
    }
}
