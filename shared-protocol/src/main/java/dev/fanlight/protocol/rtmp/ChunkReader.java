package dev.fanlight.protocol.rtmp;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts messages together out of chunks, of which any number may be interleaved. Changes of the chunk size and aborted messages are
 * handled here, messages of unknown types are dropped. Not thread safe.
 */
final class ChunkReader {

    private static final int MAX_CHUNK_BYTES = 0xFFFFFF;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private enum Phase {
        HEADER,
        EXTENDED_TIME,
        BODY
    }

    private final Map<Integer, ChunkStream> streams = new HashMap<>();
    private final ChunkHeader header = new ChunkHeader();
    private final ExtendedTime extended = new ExtendedTime();
    private int maxMessageBytes;
    private int chunkBytes = ChunkWriter.FIRST_CHUNK_BYTES;
    private long begunBytes;
    private Phase phase = Phase.HEADER;
    private ChunkStream current = new ChunkStream();
    private int chunkLeft;

    /** What was taken for an extended timestamp and was none; at most seven bytes, which are read before all others. */
    private ByteBuffer again = NOTHING;

    /** Takes messages of at most {@code maxMessageBytes}. */
    ChunkReader(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Takes messages of at most {@code bytes} from now on. */
    void allow(int bytes) {
        maxMessageBytes = bytes;
    }

    /**
     * The next complete message, empty when all bytes are taken before.
     *
     * @throws BitstreamException when the peer breaks the rules or a limit
     */
    Optional<RtmpMessage> next(ByteBuffer in) throws BitstreamException {
        Optional<RtmpMessage> message = Optional.empty();
        while (message.isEmpty() && (again.hasRemaining() || in.hasRemaining() || isAtEndOfChunk())) {
            ByteBuffer source = again.hasRemaining() ? again : in;
            switch (phase) {
                case HEADER -> takeHeader(source);
                case EXTENDED_TIME -> takeExtendedTime(source);
                case BODY -> message = takeBody(source);
            }
        }
        return message;
    }

    private boolean isAtEndOfChunk() {
        return phase == Phase.BODY && chunkLeft == 0;
    }

    private void takeHeader(ByteBuffer in) throws BitstreamException {
        if (!header.take(in)) {
            return;
        }
        current = stream();
        boolean continued = header.format() == ChunkHeader.CONTINUED;
        if (current.hasBegun() && !continued) {
            throw new BitstreamException("a message begins before the one before it in its chunk stream is complete");
        }
        current.update(header);
        if (!current.isExtended()) {
            begin(continued ? 0 : header.time());
            return;
        }
        phase = Phase.EXTENDED_TIME;
        extended.begin(continued ? current.repeatedTimes() : List.of());
    }

    private void takeExtendedTime(ByteBuffer in) throws BitstreamException {
        if (!extended.take(in)) {
            return;
        }
        if (extended.isThere()) {
            begin(extended.value());
        } else {
            again = joined(extended.taken(), again);
            begin(0);
        }
    }

    private ChunkStream stream() throws BitstreamException {
        ChunkStream known = streams.get(header.chunkStream());
        if (known != null) {
            return known;
        }
        // Some peers begin with this format for messages about the connection.
        if (header.format() > ChunkHeader.SAME_STREAM) {
            throw new BitstreamException("a chunk refers to one before it that there is not");
        }
        if (streams.size() == RtmpLimits.MAX_CHUNK_STREAMS) {
            throw new BitstreamException("a connection has at most " + RtmpLimits.MAX_CHUNK_STREAMS + " chunk streams");
        }
        ChunkStream stream = new ChunkStream();
        streams.put(header.chunkStream(), stream);
        return stream;
    }

    private void begin(long millis) throws BitstreamException {
        if (!current.hasBegun()) {
            beginMessage(millis);
        }
        chunkLeft = Math.min(chunkBytes, current.missing());
        header.clear();
        phase = Phase.BODY;
    }

    private void beginMessage(long millis) throws BitstreamException {
        if (current.length() > maxMessageBytes) {
            throw new BitstreamException(
                    "a message of " + current.length() + " bytes, and " + maxMessageBytes + " are allowed");
        }
        if (begunBytes + current.length() > (long) RtmpLimits.MAX_BEGUN * maxMessageBytes) {
            throw new BitstreamException("too many large messages have begun");
        }
        begunBytes += current.length();
        if (header.format() == ChunkHeader.CONTINUED) {
            current.beginSame();
        } else {
            current.begin(header.format(), millis);
        }
    }

    private Optional<RtmpMessage> takeBody(ByteBuffer in) throws BitstreamException {
        int count = Math.min(chunkLeft, in.remaining());
        current.append(in, count);
        chunkLeft -= count;
        if (chunkLeft > 0) {
            return Optional.empty();
        }
        phase = Phase.HEADER;
        return current.missing() > 0 ? Optional.empty() : complete();
    }

    private Optional<RtmpMessage> complete() throws BitstreamException {
        begunBytes -= current.length();
        Optional<RtmpType> type = RtmpType.of(current.type());
        if (type.isEmpty()) {
            current.abort();
            return Optional.empty();
        }
        RtmpMessage message = current.end(type.get());
        return switch (message.type()) {
            case CHUNK_SIZE -> chunkSize(message.body());
            case ABORT -> abort(message.body());
            default -> Optional.of(message);
        };
    }

    private Optional<RtmpMessage> chunkSize(ByteBuffer body) throws BitstreamException {
        int size = ControlBody.u31(body);
        if (size < 1) {
            throw new BitstreamException("chunks have at least one byte");
        }
        chunkBytes = Math.min(size, MAX_CHUNK_BYTES);
        return Optional.empty();
    }

    private Optional<RtmpMessage> abort(ByteBuffer body) throws BitstreamException {
        ChunkStream stream = streams.get(ControlBody.u31(body));
        if (stream != null && stream.hasBegun()) {
            begunBytes -= stream.length();
            stream.abort();
        }
        return Optional.empty();
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }
}
