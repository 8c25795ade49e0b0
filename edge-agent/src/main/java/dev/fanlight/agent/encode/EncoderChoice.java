package dev.fanlight.agent.encode;

import dev.fanlight.agent.source.FrameFormat;

/**
 * An encoder that may work on this computer. Immutable.
 *
 * @param name as FFmpeg and people call it, like {@code libx264}
 * @param opening opens it
 */
public record EncoderChoice(String name, Opening opening) {

    /** Opens an encoder; thread safe. */
    @FunctionalInterface
    public interface Opening {

        /** Opens one for frames of this format, on the thread that will use it; the same format always gives the same parameter sets. */
        VideoEncoder open(FrameFormat frames) throws EncodeException;
    }
}
