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
 * The members of one room that one event loop serves. A busy chat must not delay the media: broadcast messages are delivered in rounds, all
 * that have gathered in one send, and a round serves some members at a time, so that frames are sent in between. Each member receives all
 * messages in the order in which they were sent. Event loop only.
 */
final class LoopMembers {

    /** Least time between the beginnings of two rounds. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    /** Members served without a pause: less than a millisecond’s work. */
    static final int AT_ONCE = 64;

    /** Messages that start a round at once. */
    static final int MOST_HELD = 64;

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final SubscriberLoop loop;
    private final BufferCoalescer coalescer;
    private final NanoClock clock;
    private final Map<ChatMember, MemberCursor> cursors = new HashMap<>();
    // What some member has not received: no more than MOST_HELD, plus what the room’s rate limit admits during one round.
    private final List<SharedBuffer> held = new ArrayList<>();
    private long firstHeld;
    private Optional<ChatRound> round = Optional.empty();
    private long roundBegan;
    private boolean timerSet;

    LoopMembers(SubscriberLoop loop, BufferCoalescer coalescer, NanoClock clock) {
        this.loop = loop;
        this.coalescer = coalescer;
        this.clock = clock;
        this.roundBegan = clock.nanoTime() - INTERVAL.toNanos();
    }

    /** Adds a member, which receives what is broadcast from now on. */
    void join(ChatMember member) {
        cursors.put(member, new MemberCursor(member, end()));
    }

    void leave(ChatMember member) {
        MemberCursor cursor = cursors.remove(member);
        if (cursor != null) {
            cursor.skipTo(Long.MAX_VALUE);
        }
    }

    /** Sends a message, which the caller still owns, to every member with the next round. */
    void broadcast(SharedBuffer message) {
        message.retain();
        held.add(message);
        plan();
    }

    /** Sends one member a message, which the caller still owns, at once, after all earlier broadcast messages. */
    void send(ChatMember member, SharedBuffer message) {
        MemberCursor cursor = cursors.get(member);
        if (cursor == null) {
            return;
        }
        for (long next = cursor.next(); next < end(); next++) {
            member.send(held.get((int) (next - firstHeld)));
        }
        cursor.skipTo(end());
        member.send(message);
    }

    /** Releases everything after the last member has left. */
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
        ChatRound next = new ChatRound(List.copyOf(cursors.values()), List.copyOf(held), firstHeld, coalescer);
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
        List<SharedBuffer> sent = held.subList(0, current.messages());
        sent.forEach(SharedBuffer::release);
        firstHeld += sent.size();
        sent.clear();
        plan();
    }
}
