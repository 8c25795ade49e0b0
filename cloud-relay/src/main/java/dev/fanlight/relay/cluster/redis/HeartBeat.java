package dev.fanlight.relay.cluster.redis;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds out when Redis does not answer although its connections look open, as after a power failure: this node sends a message to itself,
 * and waits for both the answer and the message. Loop only.
 */
final class HeartBeat {

    /** Time between two messages. */
    static final Duration INTERVAL = Duration.ofMillis(500);

    /** How long an answer, and a message after its answer, may take. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RedisCommands commands;
    private final RedisKeys keys;
    private final String node;
    private final NanoClock clock;
    private final Runnable dropCommands;
    private final Runnable dropMessages;
    private Optional<Long> waitingSince = Optional.empty();
    private long lastMessage;
    private boolean closed;

    HeartBeat(
            RedisCommands commands,
            RedisKeys keys,
            String node,
            NanoClock clock,
            Runnable dropCommands,
            Runnable dropMessages) {
        this.commands = commands;
        this.keys = keys;
        this.node = node;
        this.clock = clock;
        this.dropCommands = dropCommands;
        this.dropMessages = dropMessages;
        this.lastMessage = clock.nanoTime();
    }

    void tick() {
        long now = clock.nanoTime();
        if (waitingSince.filter(since -> isPast(since, now)).isPresent()) {
            waitingSince = Optional.empty();
            dropCommands.run();
        } else if (waitingSince.isEmpty()) {
            waitingSince = Optional.of(now);
            var unused = commands.run(RedisScript.BEAT, List.of(), List.of(keys.beat(), node))
                    .whenComplete((answer, e) -> answered(now, e == null));
        }
    }

    void commandsOpened() {
        waitingSince = Optional.empty();
    }

    void messagesOpened() {
        lastMessage = clock.nanoTime();
    }

    void received(String from) {
        if (from.equals(node)) {
            lastMessage = clock.nanoTime();
        }
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    private void answered(long sent, boolean success) {
        waitingSince = waitingSince.filter(since -> since != sent);
        if (success && isPast(lastMessage, sent)) {
            dropMessages.run();
        }
    }

    private static boolean isPast(long since, long now) {
        return now - since > PATIENCE.toNanos();
    }
}
