package dev.fanlight.agent.audio;

/** Opens encoders of sound. Thread safe. */
@FunctionalInterface
public interface AudioEncoderOpener {

    /** Opens one for 1 or 2 channels. */
    AudioEncoder open(int channels) throws AudioException;
}
