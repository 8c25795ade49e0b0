package dev.fanlight.agent.cli;

import dev.fanlight.agent.state.CameraStates;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the identity is kept that {@code --camera} means. Stateless. */
final class IdentityChoice {

    private IdentityChoice() {}

    /**
     * That of one of several cameras, or without a name the agent’s only one.
     *
     * @throws UserException when no camera can have this name
     */
    static IdentityStore of(Path state, Optional<String> camera) {
        if (camera.isEmpty()) {
            return new IdentityStore(state);
        }
        if (!CameraStates.isName(camera.get())) {
            throw new UserException(
                    ExitCode.USAGE,
                    "The name in --camera is 1 to 32 lower-case letters, digits, and hyphens between them, as in cameras.NAME.source.");
        }
        return new CameraStates(state).store(camera.get());
    }
}
