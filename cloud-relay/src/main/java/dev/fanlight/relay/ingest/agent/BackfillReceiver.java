package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.BackfillCodec;
import dev.fanlight.relay.recording.BackfillTarget;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** Joins the pieces of an agent’s backfill, one group at a time, and acknowledges what is in the recording. Event loop only. */
final class BackfillReceiver {

    /** A group of which some pieces have come. */
    private record Open(long number, ByteBuffer bytes) {}

    private final CameraName camera;
    private final BackfillTarget target;
    private final Consumer<Ack> agent;
    private Optional<Open> open = Optional.empty();
    private long next;

    /** {@code agent} sends an acknowledgement, and may be called on any thread. */
    BackfillReceiver(CameraName camera, BackfillTarget target, Consumer<Ack> agent) {
        this.camera = camera;
        this.target = target;
        this.agent = agent;
    }

    /** Takes the next piece; the first one of a group ends the group before it, complete or not. */
    void piece(MediaHeader header, ByteBuffer payload) throws ProtocolException {
        ByteBuffer piece = payload.duplicate();
        if (header.sequence() == 0) {
            open = Optional.of(new Open(header.epoch(), ByteBuffer.allocate(length(piece))));
            next = 0;
        }
        Open group = open.filter(known -> known.number() == header.epoch())
                .filter(known -> header.sequence() == next
                        && piece.remaining() <= known.bytes().remaining())
                .orElseThrow(() -> malformed("a piece of backfill that is not the next one"));
        next++;
        group.bytes().put(piece);
        if (!group.bytes().hasRemaining()) {
            open = Optional.empty();
            Ack done = new Ack(BackfillGroup.TRACK, group.number());
            target.offer(camera, BackfillCodec.read(group.bytes().array()), () -> agent.accept(done));
        }
    }

    private static int length(ByteBuffer piece) throws ProtocolException {
        int length = piece.remaining() < BackfillCodec.LENGTH_BYTES ? 0 : piece.getInt();
        if (length <= 0 || length > BackfillGroup.MAX_BYTES) {
            throw malformed("a group of backfill is at most 8 MiB");
        }
        return length;
    }

    private static ProtocolException malformed(String what) {
        return new ProtocolException(CloseReason.PROTOCOL_ERROR, what);
    }
}
