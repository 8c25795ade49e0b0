package dev.fanlight.relay.chat;

import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.buffer.SharedBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One round of broadcast messages to the members of a room, one after the other. Event loop only. */
final class ChatRound {

    private final List<MemberCursor> cursors;
    private final List<SharedBuffer> messages;
    private final long first;
    private final BufferCoalescer coalescer;
    // Coalesced buffers by the number of messages skipped at the start; no more than there are messages.
    private final Map<Integer, SharedBuffer> coalesced = new HashMap<>();
    private int served;

    /** A round of {@code messages}, which the caller still owns, to {@code cursors}; {@code first} is the number of the first message. */
    ChatRound(List<MemberCursor> cursors, List<SharedBuffer> messages, long first, BufferCoalescer coalescer) {
        this.cursors = cursors;
        this.messages = messages;
        this.first = first;
        this.coalescer = coalescer;
    }

    /** How many messages the round delivers. */
    int messages() {
        return messages.size();
    }

    /** Sends the next members, at most so many, what they have not received. */
    void serve(int most) {
        int end = Math.min(served + most, cursors.size());
        while (served < end) {
            serve(cursors.get(served++));
        }
    }

    boolean isDone() {
        return served == cursors.size();
    }

    /** Releases the coalesced buffers. */
    void close() {
        coalesced.values().forEach(SharedBuffer::release);
        coalesced.clear();
    }

    private void serve(MemberCursor cursor) {
        long end = first + messages.size();
        if (cursor.next() < end) {
            int skipped = (int) Math.max(0, cursor.next() - first);
            cursor.skipTo(end);
            cursor.member().send(from(skipped));
        }
    }

    private SharedBuffer from(int skipped) {
        if (skipped == messages.size() - 1) {
            return messages.get(skipped);
        }
        return coalesced.computeIfAbsent(skipped, count -> coalescer.join(messages.subList(count, messages.size())));
    }
}
