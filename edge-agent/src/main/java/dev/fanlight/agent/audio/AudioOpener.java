package dev.fanlight.agent.audio;

/** Opens the configured microphone. */
@FunctionalInterface
public interface AudioOpener {

    /**
     * Opens it; may take a second.
     *
     * @throws AudioException when it is not there or cannot be used
     */
    AudioDevice open() throws AudioException;
}
