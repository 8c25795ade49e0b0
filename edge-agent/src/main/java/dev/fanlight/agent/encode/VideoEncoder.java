package dev.fanlight.agent.encode;

import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import java.util.Optional;

/**
 * Makes H.264 out of pictures of one format, without reordering and without delay; its own size and rate may be smaller than
 * theirs. One thread uses and closes it.
 */
public interface VideoEncoder extends AutoCloseable {

    /** Parameter sets and rate; the same for the life of the encoder. */
    VideoFormat format();

    /**
     * Encodes a picture of the format it was opened for; does not keep it.
     *
     * @param key whether it must become a key frame
     * @return the access unit, empty when the encoder left the picture out
     */
    Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException;

    /** Changes the bitrate from the next picture on, bits a second. */
    void bitRate(int bitsPerSecond) throws EncodeException;

    @Override
    void close();
}
