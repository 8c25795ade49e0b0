package dev.fanlight.relay.chat;

import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.buffer.SharedBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One round of broadcast messages to the members of a room, one after the other. Event loop only. */
final class ChatRound {

    private final List<LoopMembers> pages;
    private final List<SharedBuffer> notices;
    private final long first;
    private final BufferCoalescer joiner;
    // Coalesced buffers by the number of messages skipped at the start; no more than there are messages.
    private final Map<Integer, SharedBuffer> joined = new HashMap<>();
    private int served;

    /** A round of {@code notices}, which are borrowed, to {@code pages}; {@code first} is the number of the first message. */
    ChatRound(List<LoopMembers> pages, List<SharedBuffer> notices, long first, BufferCoalescer joiner) {
        this.pages = pages;
        this.notices = notices;
        this.first = first;
        this.joiner = joiner;
    }

    /** How many messages the round delivers. */
    int notices() {
        return notices.size();
    }

    /** Sends the next members, at most so many, what they have not received. */
    void serve(int most) {
        int end = Math.min(served + most, pages.size());
        while (served < end) {
            serve(pages.get(served++));
        }
    }

    boolean isDone() {
        return served == pages.size();
    }

    /** Releases the coalesced buffers. */
    void close() {
        joined.values().forEach(SharedBuffer::release);
        joined.clear();
    }

    private void serve(LoopMembers page) {
        long end = first + notices.size();
        if (page.next() < end) {
            int leftOut = (int) Math.max(0, page.next() - first);
            page.skipTo(end);
            page.member().tell(from(leftOut));
        }
    }

    private SharedBuffer from(int leftOut) {
        if (leftOut == notices.size() - 1) {
            return notices.get(leftOut);
        }
        return joined.computeIfAbsent(leftOut, count -> joiner.join(notices.subList(count, notices.size())));
    }
}
