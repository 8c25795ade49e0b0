package dev.fanlight.agent.uplink.media;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.protocol.codec.BackfillCodec;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** Cuts the groups of the backlog into pieces for one connection, one group at a time, at a bounded rate. Event loop only. */
final class BackfillSender {

    /** Least time between two pieces: 60 a second, half of what a relay takes for live media at most. */
    static final Duration PIECE_INTERVAL = Duration.ofMillis(16);

    /** A group that the relay has not confirmed after so long is sent again. */
    static final Duration CONFIRMATION = Duration.ofSeconds(30);

    private record Sending(long number, long captureMicros, ByteBuffer rest, long sequence) {}

    private final Backlog backlog;
    private Optional<Sending> sending = Optional.empty();
    private long pieceNanos;
    private boolean begun;

    BackfillSender(Backlog backlog) {
        this.backlog = backlog;
    }

    /** The next piece as a media message, if it is time for one. */
    Optional<byte[]> next(long nowNanos) {
        boolean early = begun && nowNanos - pieceNanos < PIECE_INTERVAL.toNanos();
        if (early || !backlog.isWanted()) {
            return Optional.empty();
        }
        boolean unconfirmed =
                sending.filter(group -> !group.rest().hasRemaining()).isPresent();
        if (unconfirmed && nowNanos - pieceNanos >= CONFIRMATION.toNanos()) {
            sending = Optional.empty();
        }
        if (sending.isEmpty()) {
            sending = backlog.next().map(BackfillSender::whole);
        }
        Optional<byte[]> piece =
                sending.filter(group -> group.rest().hasRemaining()).map(this::cut);
        if (piece.isPresent()) {
            begun = true;
            pieceNanos = nowNanos;
        }
        return piece;
    }

    /** The relay has a group in its recording. */
    void stored(long number) {
        backlog.stored(number);
        sending = sending.filter(group -> group.number() != number);
    }

    private byte[] cut(Sending group) {
        int size = Math.min(BackfillGroup.PIECE_BYTES, group.rest().remaining());
        MediaHeader header = new MediaHeader(
                MediaKind.DATA, 0, BackfillGroup.TRACK, 0, group.sequence(), group.captureMicros(), group.number(), 0);
        ByteBuffer message = ByteBuffer.allocate(MediaCodec.HEADER_BYTES + size);
        MediaCodec.write(header, message);
        message.put(group.rest().slice(group.rest().position(), size));
        group.rest().position(group.rest().position() + size);
        sending = Optional.of(new Sending(group.number(), group.captureMicros(), group.rest(), group.sequence() + 1));
        return message.array();
    }

    private static Sending whole(BackfillGroup group) {
        return new Sending(group.tracks().epoch(), group.endMicros(), ByteBuffer.wrap(BackfillCodec.write(group)), 0);
    }
}
