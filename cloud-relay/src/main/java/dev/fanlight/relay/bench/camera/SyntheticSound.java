package dev.fanlight.relay.bench.camera;

import dev.fanlight.media.AudioShape;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Sound packets like those of Opus at 64 kbit/s, 20 ms each; they cannot be decoded. */
final class SyntheticSound {

    /** Packets per second. */
    static final int PACKETS = 50;

    static final Track TRACK = Track.of(1, Track.AUDIO, new OpusConfig(Optional.empty()), new AudioShape(48_000, 2));

    private static final int PAYLOAD_BYTES = 160;

    private SyntheticSound() {}

    /** The media message with this sequence number and capture time. */
    static ByteBuffer message(long epoch, long sequence, long captureMicros) {
        ByteBuffer message = ByteBuffer.allocate(MediaCodec.HEADER_BYTES + PAYLOAD_BYTES);
        MediaCodec.write(
                new MediaHeader(MediaKind.AUDIO, MediaHeader.KEY, TRACK.id(), 0, sequence, captureMicros, epoch, 0),
                message);
        while (message.hasRemaining()) {
            message.put(filling(sequence, message.position()));
        }
        return message.flip();
    }

    /** Whether the message is byte for byte what {@link #message} returns. */
    static boolean isWhole(MediaHeader header, ByteBuffer message) {
        return message.equals(message(header.epoch(), header.sequence(), header.captureMicros()));
    }

    private static byte filling(long sequence, int at) {
        return (byte) (sequence * 37 + at);
    }
}
