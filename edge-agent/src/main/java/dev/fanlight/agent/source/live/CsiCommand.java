package dev.fanlight.agent.source.live;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command that captures a CSI camera as H.264: this FFmpeg has no libcamera. Immutable. */
public final class CsiCommand {

    /** {@code rpicam-vid} since Raspberry Pi OS 12, {@code libcamera-vid} before. */
    private static final List<String> PROGRAMS = List.of("rpicam-vid", "libcamera-vid");

    private final List<Path> path;

    /** Looks for the program in these folders, in their order. */
    public CsiCommand(List<Path> path) {
        this.path = List.copyOf(path);
    }

    /**
     * The command for a camera, for a shell.
     *
     * @param number of the camera, digits
     * @throws SourceException when the program is not installed
     */
    public String of(String number, CameraSettings settings) throws SourceException {
        Path program = find().orElseThrow(() -> new SourceException(
                SourceProblem.MISSING,
                "CSI cameras need rpicam-vid, which is not installed. Run: sudo apt install rpicam-apps-lite"));
        int frames = settings.limits().fps();
        long keyFrameEvery = Math.max(1, settings.encoding().keyframeEvery().toMillis() * frames / 1000);
        return "exec '" + program + "' --nopreview --timeout 0 --camera " + number + " --width "
                + settings.limits().width() + " --height " + settings.limits().height() + " --framerate " + frames
                + " --bitrate " + settings.encoding().bitRate() + " --intra " + keyFrameEvery
                + " --codec h264 --profile baseline --inline --flush --output -";
    }

    private Optional<Path> find() {
        return PROGRAMS.stream()
                .flatMap(program -> path.stream().map(folder -> folder.resolve(program)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
