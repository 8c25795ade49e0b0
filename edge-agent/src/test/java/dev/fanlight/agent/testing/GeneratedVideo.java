package dev.fanlight.agent.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** Video files that the bundled FFmpeg makes, in one folder. Not thread safe. */
public final class GeneratedVideo {

    private final Path folder;

    public GeneratedVideo(Path folder) {
        this.folder = folder;
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
