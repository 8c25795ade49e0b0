package dev.fanlight.agent.encode;

import dev.fanlight.agent.source.FrameFormat;
import java.util.Optional;

/** Opens encoders of one rendition. Thread safe. */
@FunctionalInterface
public interface EncoderOpener {

    /**
     * Opens one with the configured bit rate; the same frame format always gives the same parameter sets.
     *
     * @return empty when frames of this format have no such rendition
     */
    Optional<VideoEncoder> open(FrameFormat frames) throws EncodeException;
}
