package dev.fanlight.protocol.rtmp;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvFraming;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes an aggregate message apart (§7.1.6): FLV tags whose times count from the first one’s, which is the message’s own. Stateless. */
final class AggregateReader {

    private static final int TIME_AT = 4;
    private static final long U32 = 0xFFFF_FFFFL;

    private AggregateReader() {}

    static List<RtmpMessage> split(RtmpMessage aggregate) throws BitstreamException {
        ByteBuffer in = aggregate.body();
        List<RtmpMessage> messages = new ArrayList<>();
        long first = -1;
        for (int count = 0; in.remaining() >= FlvFraming.TAG_HEADER_BYTES; count++) {
            if (count == RtmpLimits.MAX_AGGREGATED) {
                throw new BitstreamException("an aggregate message of more than " + count + " messages");
            }
            int at = in.position();
            long time = u24(in, at + TIME_AT) | (in.get(at + TIME_AT + 3) & 0xFFL) << 24;
            first = first < 0 ? time : first;
            ByteBuffer body = body(in, u24(in, at + 1));
            Optional<RtmpType> type = RtmpType.of(in.get(at) & 0x1F).filter(known -> !known.isControl());
            if (type.isPresent() && type.get() != RtmpType.AGGREGATE) {
                long moved = aggregate.timestamp() + time - first & U32;
                messages.add(new RtmpMessage(type.get(), aggregate.streamId(), moved, body));
            }
        }
        return messages;
    }

    private static ByteBuffer body(ByteBuffer in, int size) throws BitstreamException {
        int start = in.position() + FlvFraming.TAG_HEADER_BYTES;
        if (in.limit() - start < size) {
            throw new BitstreamException("an aggregate message is cut off");
        }
        in.position(Math.min(in.limit(), start + size + FlvFraming.TAG_TRAILER_BYTES));
        return in.slice(start, size);
    }

    private static int u24(ByteBuffer in, int at) {
        return (in.get(at) & 0xFF) << 16 | (in.get(at + 1) & 0xFF) << Byte.SIZE | (in.get(at + 2) & 0xFF);
    }
}
