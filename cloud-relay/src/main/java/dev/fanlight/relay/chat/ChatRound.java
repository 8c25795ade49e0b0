package dev.fanlight.relay.chat;

import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.buffer.SharedBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some things that are being told to the pages of a room, to one after the other. Event loop only. */
final class ChatRound {

    private final List<LoopMembers> pages;
    private final List<SharedBuffer> notices;
    private final long first;
    private final BufferCoalescer joiner;
    // What was joined, by how many of the first were left out; no more than there are notices.
    private final Map<Integer, SharedBuffer> joined = new HashMap<>();
    private int served;

    /** Pages to serve, and what to tell them, which stays with its owner; {@code first} is the number of the first. */
    ChatRound(List<LoopMembers> pages, List<SharedBuffer> notices, long first, BufferCoalescer joiner) {
        this.pages = pages;
        this.notices = notices;
        this.first = first;
        this.joiner = joiner;
    }

    /** How much it tells. */
    int notices() {
        return notices.size();
    }

    /** Tells the next pages what they have not got. */
    void serve(int most) {
        int end = Math.min(served + most, pages.size());
        while (served < end) {
            serve(pages.get(served++));
        }
    }

    boolean isDone() {
        return served == pages.size();
    }

    /** Gives everything back. */
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
