package dev.fanlight.agent.encode;

import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import java.util.Optional;

/**
 * Encodes frames of one format to H.264, without reordering and without delay; its own size and rate may be smaller than
 * theirs. One thread uses and closes it.
 */
public interface VideoEncoder extends AutoCloseable {

    /** Parameter sets and rate; the same for the life of the encoder. */
    VideoFormat format();

    /**
     * Encodes a frame of the format it was opened for; the caller keeps ownership.
     *
     * @param key whether it must become a key frame
     * @return the access unit, empty when the encoder dropped the frame
     */
    Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException;

    /** Changes the bit rate from the next frame on, bits a second. */
    void bitRate(int bitsPerSecond) throws EncodeException;

    @Override
    void close();
}
