package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program {@code v4l2-ctl}, which knows a camera’s formats and controls: the one place that starts it. Also while the camera is in use.
 * Immutable.
 */
public final class V4l2Ctl {

    /** In which it has to end, s. */
    static final int TIMEOUT_SECONDS = 5;

    /** Most of its output that is read, bytes. */
    static final int MAX_OUTPUT_BYTES = 256 * 1024;

    private final List<Path> path;

    /** Looks for the program in these folders, in their order. */
    public V4l2Ctl(List<Path> path) {
        this.path = List.copyOf(path);
    }

    /**
     * The formats of a camera.
     *
     * @throws SourceException when the program is not installed, or cannot ask the camera
     */
    public List<CameraFormat> formats(Path device) throws SourceException, InterruptedException {
        return V4l2Text.formats(run(device, "--list-formats-ext"));
    }

    /**
     * The controls of a camera that can be set to a number.
     *
     * @throws SourceException when the program is not installed, or cannot ask the camera
     */
    public List<CameraControl> controls(Path device) throws SourceException, InterruptedException {
        return V4l2Text.controls(run(device, "--list-ctrls-menus"));
    }

    /**
     * Sets controls of a camera, one after another.
     *
     * @param settings each like {@code zoom_absolute=120}
     * @throws SourceException when the program is not installed, or the camera refuses
     */
    void set(Path device, List<String> settings) throws SourceException, InterruptedException {
        for (String setting : settings) {
            run(device, "--set-ctrl=" + setting);
        }
    }

    private String run(Path device, String option) throws SourceException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("timeout", "-k", "1", Integer.toString(TIMEOUT_SECONDS)));
        command.addAll(List.of(program().toString(), "--device=" + device, option));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start();
            byte[] output = process.getInputStream().readNBytes(MAX_OUTPUT_BYTES);
            process.getInputStream().close();
            if (process.waitFor() != 0) {
                throw failed(device, option, output);
            }
            return new String(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw failed(device, option, new byte[0]);
        }
    }

    private Path program() throws SourceException {
        return path.stream()
                .map(folder -> folder.resolve("v4l2-ctl"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        SourceProblem.MISSING,
                        "Formats and controls of a camera need v4l2-ctl, which is not installed. Run: sudo apt install"
                                + " v4l-utils"));
    }

    private static SourceException failed(Path device, String option, byte[] output) {
        String reason = new String(output, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, last) -> last)
                .map(line -> " (" + line.substring(0, Math.min(line.length(), 200)) + ")")
                .orElse("");
        return new SourceException(SourceProblem.BROKEN, "v4l2-ctl " + option + " failed for " + device + reason + ".");
    }
}
