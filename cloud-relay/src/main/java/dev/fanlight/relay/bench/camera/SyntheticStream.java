package dev.fanlight.relay.bench.camera;

import dev.fanlight.media.H264Config;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/**
 * Access units in the format of H.264 (one length-prefixed NAL unit, ISO/IEC 14496-15) whose bytes follow from the sequence number, so that
 * a receiver can verify them. They cannot be decoded. Immutable, thread safe.
 *
 * @param shape frame rate and sizes
 * @param epoch of the publication, u32
 * @param hasSound whether 50 sound packets a second accompany the frames
 */
public record SyntheticStream(StreamShape shape, long epoch, boolean hasSound) {

    /** The configuration of a real stream: 1280 × 720, baseline profile, as x264 wrote it. */
    private static final H264Config CONFIG = config("AULAH//hABlnQsAf2QBQBbsBEAAAAwAQAAADA8DxgySAAQAFaMuDyyA=");

    private static final int LENGTH_BYTES = 4;
    private static final int PREFIX = MediaCodec.HEADER_BYTES + LENGTH_BYTES;
    private static final byte KEY_UNIT = 0x65;
    private static final byte OTHER_UNIT = 0x41;

    /** The message that announces the track. */
    public Tracks tracks() {
        Track video = Track.of(0, Track.MAIN, CONFIG, CONFIG.shape().withFrameRate(shape.fps()));
        return new Tracks(epoch, hasSound ? List.of(video, SyntheticSound.TRACK) : List.of(video));
    }

    /** The media message with this sequence number and capture time. */
    public ByteBuffer message(long sequence, long captureMicros) {
        ByteBuffer message = ByteBuffer.allocate(shape.bytes(sequence));
        int flags = shape.isKey(sequence) ? MediaHeader.KEY : 0;
        MediaCodec.write(new MediaHeader(MediaKind.VIDEO, flags, 0, 0, sequence, captureMicros, epoch, 0), message);
        message.putInt(message.capacity() - PREFIX);
        message.put(shape.isKey(sequence) ? KEY_UNIT : OTHER_UNIT);
        while (message.hasRemaining()) {
            message.put(filling(sequence, message.position()));
        }
        return message.flip();
    }

    /** Whether the message is byte for byte what was published with this header. */
    public boolean isWhole(MediaHeader header, ByteBuffer message) {
        if (header.kind() == MediaKind.AUDIO) {
            return SyntheticSound.isWhole(header, message);
        }
        if (message.remaining() != shape.bytes(header.sequence()) || header.epoch() != epoch) {
            return false;
        }
        for (int i = PREFIX + 1; i < message.remaining(); i++) {
            if (message.get(message.position() + i) != filling(header.sequence(), i)) {
                return false;
            }
        }
        return message.getInt(message.position() + MediaCodec.HEADER_BYTES) == message.remaining() - PREFIX;
    }

    private static byte filling(long sequence, int at) {
        return (byte) (sequence * 31 + at);
    }

    private static H264Config config(String record) {
        try {
            return H264Config.parse(Base64.getDecoder().decode(record));
        } catch (BitstreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
