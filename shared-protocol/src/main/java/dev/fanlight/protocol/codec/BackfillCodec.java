package dev.fanlight.protocol.codec;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.WireLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A group of backfill as the bytes that travel in pieces ({@code docs/protocol.md} §2). Stateless, thread safe. */
public final class BackfillCodec {

    /** The first four bytes say how many follow. */
    public static final int LENGTH_BYTES = 4;

    private static final int FIXED_BYTES = LENGTH_BYTES + Long.BYTES + LENGTH_BYTES;

    private BackfillCodec() {}

    /** All bytes of a group. */
    public static byte[] write(BackfillGroup group) {
        byte[] tracks = MessageEncoder.encode(group.tracks()).getBytes(StandardCharsets.UTF_8);
        int size = FIXED_BYTES + tracks.length;
        for (BackfillGroup.Unit unit : group.units()) {
            size += LENGTH_BYTES + MediaCodec.HEADER_BYTES + unit.payload().remaining();
        }
        ByteBuffer target = ByteBuffer.allocate(size)
                .putInt(size - LENGTH_BYTES)
                .putLong(group.endMicros())
                .putInt(tracks.length)
                .put(tracks);
        for (BackfillGroup.Unit unit : group.units()) {
            target.putInt(MediaCodec.HEADER_BYTES + unit.payload().remaining());
            MediaCodec.write(unit.header(), target);
            target.put(unit.payload().duplicate());
        }
        return target.array();
    }

    /**
     * Reads a group.
     *
     * @param bytes all of it, behind the first length; payloads are views of it
     * @throws ProtocolException when it is malformed
     */
    public static BackfillGroup read(byte[] bytes) throws ProtocolException {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        if (source.remaining() < Long.BYTES) {
            throw malformed();
        }
        long end = source.getLong();
        ByteBuffer text = part(source);
        byte[] json = new byte[text.remaining()];
        text.get(json);
        Optional<FromAgent> message =
                json.length > WireLimits.MAX_CONTROL_BYTES ? Optional.empty() : MessageDecoder.fromAgent(json);
        if (message.isEmpty() || !(message.get() instanceof Tracks tracks)) {
            throw malformed();
        }
        List<BackfillGroup.Unit> units = new ArrayList<>();
        while (source.hasRemaining()) {
            ByteBuffer unit = part(source);
            MediaHeader header = MediaCodec.read(unit);
            if (header.epoch() != tracks.epoch()) {
                throw malformed();
            }
            units.add(new BackfillGroup.Unit(
                    header,
                    unit.position(unit.position() + MediaCodec.HEADER_BYTES).slice()));
        }
        return new BackfillGroup(end, tracks, units);
    }

    private static ByteBuffer part(ByteBuffer source) throws ProtocolException {
        int size = source.remaining() < LENGTH_BYTES ? -1 : source.getInt();
        if (size < 0 || size > source.remaining()) {
            throw malformed();
        }
        ByteBuffer part = source.slice(source.position(), size);
        source.position(source.position() + size);
        return part;
    }

    private static ProtocolException malformed() {
        return new ProtocolException(CloseReason.PROTOCOL_ERROR, "a malformed group of backfill");
    }
}
