package dev.fanlight.media.flv;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads the packets of one track in one codec. Not thread safe. */
sealed interface TrackReader permits NalTrackReader, FrameTrackReader {

    /** Takes a sequence header. */
    List<FlvEvent> configuration(ByteBuffer record) throws BitstreamException;

    /** Takes a unit, whose decoding time is {@code micros}. */
    List<FlvEvent> unit(FlvPacket.Unit unit, long micros) throws BitstreamException;

    /** The reader of a track in {@code codec}, of which nothing is known yet. */
    static TrackReader of(FlvCodec codec) {
        return switch (codec) {
            case H264, H265 -> new NalTrackReader(codec);
            default -> new FrameTrackReader(codec);
        };
    }

    /** The bytes of a sequence header. */
    static byte[] bytes(ByteBuffer record) throws BitstreamException {
        if (record.remaining() > FlvReader.MAX_SEQUENCE_HEADER_BYTES) {
            throw new BitstreamException("a sequence header of FLV is larger than 16 KiB");
        }
        byte[] bytes = new byte[record.remaining()];
        record.duplicate().get(bytes);
        return bytes;
    }
}
