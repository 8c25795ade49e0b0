package dev.fanlight.agent.encode;

import dev.fanlight.agent.source.FrameFormat;
import java.util.Optional;

/** Opens encoders of one rendition. Thread safe. */
@FunctionalInterface
public interface EncoderOpener {

    /**
     * Opens one with the configured bitrate; pictures of one format always give the same parameter sets.
     *
     * @return empty when pictures of this format have no such rendition
     */
    Optional<VideoEncoder> open(FrameFormat pictures) throws EncodeException;
}
