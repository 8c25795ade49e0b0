package dev.fanlight.agent.preview.stream;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;

/**
 * A media message as it travels, made once for all viewers.
 *
 * @param track id of its track
 * @param video whether it is video
 * @param key whether decoding can start here
 * @param bytes header and payload; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record MediaMessage(int track, boolean video, boolean key, byte[] bytes) {

    /** Copies the payload, which belongs to the uplink. */
    static MediaMessage of(int track, AccessUnit unit, long sequence, long epoch) {
        int flags = (unit.key() ? MediaHeader.KEY : 0) | (unit.disposable() ? MediaHeader.DISPOSABLE : 0);
        MediaHeader header = new MediaHeader(
                unit.kind(), flags, track, 0, sequence, unit.captureMicros(), epoch, unit.offsetMicros());
        ByteBuffer message = ByteBuffer.allocate(MediaCodec.HEADER_BYTES + unit.size());
        MediaCodec.write(header, message);
        message.put(unit.payload().bytes());
        return new MediaMessage(track, unit.kind() == MediaKind.VIDEO, unit.key(), message.array());
    }
}
