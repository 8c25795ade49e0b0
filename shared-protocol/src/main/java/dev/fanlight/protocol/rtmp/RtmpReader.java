package dev.fanlight.protocol.rtmp;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads what follows the handshake. Chunk sizes, aborted messages, windows and aggregate messages are handled here; limits are checked before
 * anything is allocated, and memory grows with the bytes received. Not thread safe.
 */
public final class RtmpReader {

    private final ChunkReader chunks = new ChunkReader(RtmpLimits.MAX_COMMAND_BYTES);
    private final Deque<RtmpMessage> aggregated = new ArrayDeque<>();
    private long received;
    private long acknowledged;
    private int window = RtmpLimits.WINDOW_BYTES;

    /** Raises the limit of a message from {@link RtmpLimits#MAX_COMMAND_BYTES} to {@link RtmpLimits#MAX_MESSAGE_BYTES}: the peer was admitted. */
    public void allowMedia() {
        chunks.allow(RtmpLimits.MAX_MESSAGE_BYTES);
    }

    /**
     * The next message; empty when more bytes are needed for one.
     *
     * @param in the bytes received, in any pieces; consumed as far as the message needs them
     * @throws BitstreamException when the peer breaks the rules or a limit, with a sentence for people; the reader must not be used after that
     */
    public Optional<RtmpMessage> next(ByteBuffer in) throws BitstreamException {
        while (aggregated.isEmpty()) {
            int before = in.position();
            Optional<RtmpMessage> message = chunks.next(in);
            received += in.position() - before;
            if (message.isEmpty()) {
                return message;
            }
            switch (message.get().type()) {
                case WINDOW_SIZE ->
                    window = Math.max(
                            RtmpLimits.MIN_WINDOW_BYTES,
                            ControlBody.u31(message.get().body()));
                case AGGREGATE -> aggregated.addAll(AggregateReader.split(message.get()));
                default -> {
                    return message;
                }
            }
        }
        return Optional.of(aggregated.remove());
    }

    /**
     * The acknowledgement that is due, if one is: twice in a window, because some senders stop when it is full. To be asked for after each
     * call of {@link #next}, also when there is no message yet: a message may be larger than the window.
     */
    public Optional<RtmpMessage> acknowledgement() {
        if (received - acknowledged < window / 2) {
            return Optional.empty();
        }
        acknowledged = received;
        return Optional.of(RtmpMessage.of(RtmpType.ACKNOWLEDGEMENT, 0, ControlBody.of((int) received)));
    }
}
