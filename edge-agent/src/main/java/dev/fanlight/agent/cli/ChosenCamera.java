package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.NamedCameras;
import dev.fanlight.agent.state.CameraStates;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The camera that a command is about: the only one, or one of those that the settings name.
 *
 * @param settings what it captures
 * @param store who it is to its relay
 */
record ChosenCamera(CameraSettings settings, IdentityStore store) {

    static ChosenCamera of(Settings settings, Optional<String> name, Path state) {
        Map<String, Settings> named = settings.all(NamedCameras.SECTION);
        if (named.isEmpty() && name.isEmpty()) {
            return new ChosenCamera(CameraSettings.of(settings), new IdentityStore(state));
        }
        Settings section = name.map(named::get).orElse(null);
        if (section == null) {
            throw new UserException(
                    ExitCode.USAGE,
                    named.isEmpty()
                            ? "The settings name no cameras, so there is nothing to choose with --camera."
                            : "Say which camera with --camera NAME: " + String.join(", ", named.keySet()));
        }
        return new ChosenCamera(CameraSettings.named(section), new CameraStates(state).store(name.orElseThrow()));
    }
}
