package dev.fanlight.agent.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which camera of a running agent is meant. Filled in by picocli. */
final class CameraOption {

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            description = "Name of the camera at its relay; needed where the agent has several.")
    private Optional<String> camera = Optional.empty();

    Optional<String> camera() {
        return camera;
    }
}
