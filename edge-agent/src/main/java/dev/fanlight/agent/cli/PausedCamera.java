package dev.fanlight.agent.cli;

import dev.fanlight.agent.state.CameraStates;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the pause of the camera that a command names is kept. Stateless. */
final class PausedCamera {

    private PausedCamera() {}

    /**
     * That of one camera, or without a name of all.
     *
     * @throws UserException when this computer has no such camera
     */
    static PauseFile file(Path state, @Nullable String camera) {
        if (camera == null) {
            return new PauseFile(state);
        }
        if (!CameraStates.isName(camera)) {
            throw unknown(camera);
        }
        Path folder = new CameraStates(state).store(camera).folder();
        if (!Files.isDirectory(folder)) {
            throw unknown(camera);
        }
        return new PauseFile(folder);
    }

    private static UserException unknown(String camera) {
        return new UserException(
                ExitCode.USAGE,
                "There is no camera \"" + camera
                        + "\" on this computer: --camera takes the NAME that it joined with, as in"
                        + " cameras.NAME.source.");
    }
}
