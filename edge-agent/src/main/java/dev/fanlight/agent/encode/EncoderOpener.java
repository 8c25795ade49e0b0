package dev.fanlight.agent.encode;

import dev.fanlight.agent.capture.PictureFormat;

/** Opens an encoder for pictures of one format. Thread safe. */
@FunctionalInterface
public interface EncoderOpener {

    /**
     * Opens one.
     *
     * @param bitRate bits a second to begin with
     */
    VideoEncoder open(PictureFormat pictures, int bitRate) throws EncodeException;
}
