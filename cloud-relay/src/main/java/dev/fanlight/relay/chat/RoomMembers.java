package dev.fanlight.relay.chat;

import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of one room that one event loop serves. A chat in which much is said must not cost more than the pictures: what is told to
 * everybody goes in rounds, all that has gathered in one send, and a round serves some pages at a time, so that pictures get in
 * between. Each page gets everything in the order in which it was told. Event loop only.
 */
final class RoomMembers {

    /** Least time between the beginnings of two rounds. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    /** Pages that are served without a pause: less than a millisecond’s work. */
    static final int AT_ONCE = 64;

    /** So much is never held back. */
    static final int MOST_HELD = 64;

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final SubscriberLoop loop;
    private final BufferCoalescer joiner;
    private final NanoClock clock;
    private final Map<ChatMember, LoopMembers> pages = new HashMap<>();
    // What not every page has got: no more than MOST_HELD, and what the room’s pace lets through during one round.
    private final List<SharedBuffer> held = new ArrayList<>();
    private long firstHeld;
    private Optional<ChatRound> round = Optional.empty();
    private long roundBegan;
    private boolean timerSet;

    RoomMembers(SubscriberLoop loop, BufferCoalescer joiner, NanoClock clock) {
        this.loop = loop;
        this.joiner = joiner;
        this.clock = clock;
        this.roundBegan = clock.nanoTime() - INTERVAL.toNanos();
    }

    /** A page hears what is told from now on. */
    void join(ChatMember member) {
        pages.put(member, new LoopMembers(member, end()));
    }

    void leave(ChatMember member) {
        LoopMembers page = pages.remove(member);
        if (page != null) {
            page.skipTo(Long.MAX_VALUE);
        }
    }

    /** Tells every page something, which is borrowed. */
    void tellAll(SharedBuffer notice) {
        notice.retain();
        held.add(notice);
        plan();
    }

    /** Tells one page something at once, which is borrowed, after all that was told before. */
    void tell(ChatMember member, SharedBuffer notice) {
        LoopMembers page = pages.get(member);
        if (page == null) {
            return;
        }
        for (long next = page.next(); next < end(); next++) {
            member.tell(held.get((int) (next - firstHeld)));
        }
        page.skipTo(end());
        member.tell(notice);
    }

    /** Nobody is left. */
    void close() {
        round.ifPresent(ChatRound::close);
        round = Optional.empty();
        held.forEach(SharedBuffer::release);
        firstHeld = end();
        held.clear();
    }

    private long end() {
        return firstHeld + held.size();
    }

    private void plan() {
        if (round.isPresent() || held.isEmpty()) {
            return;
        }
        Duration left = INTERVAL.minusNanos(clock.nanoTime() - roundBegan);
        if (left.compareTo(Duration.ZERO) <= 0 || held.size() >= MOST_HELD) {
            begin();
        } else if (!timerSet) {
            timerSet = true;
            loop.after(left, this::onTimer);
        }
    }

    private void onTimer() {
        timerSet = false;
        if (round.isEmpty() && !held.isEmpty()) {
            begin();
        }
    }

    private void begin() {
        roundBegan = clock.nanoTime();
        ChatRound next = new ChatRound(List.copyOf(pages.values()), List.copyOf(held), firstHeld, joiner);
        round = Optional.of(next);
        step(next);
    }

    private void step(ChatRound current) {
        if (!round.equals(Optional.of(current))) {
            return;
        }
        try {
            current.serve(AT_ONCE);
        } finally {
            if (current.isDone()) {
                end(current);
            } else {
                loop.after(PAUSE, () -> step(current));
            }
        }
    }

    private void end(ChatRound current) {
        current.close();
        round = Optional.empty();
        List<SharedBuffer> told = held.subList(0, current.notices());
        told.forEach(SharedBuffer::release);
        firstHeld += told.size();
        told.clear();
        plan();
    }
}
