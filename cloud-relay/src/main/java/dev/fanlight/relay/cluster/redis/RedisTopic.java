package dev.fanlight.relay.cluster.redis;

import dev.fanlight.relay.cluster.LocalTopic;
import dev.fanlight.relay.cluster.Topic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A topic by {@code PUBLISH}. Redis numbers the messages; after a number that does not follow the last one, and after each connection, the
 * listeners are informed that messages were missed. What this node publishes it receives at once and not again from Redis. Thread safe,
 * but for {@link #received}, {@link #connected} and {@link #sendMissed}, which are called on the loop.
 */
final class RedisTopic<T> implements Topic<T> {

    /** Says that a node could not send messages. */
    private static final String MISSED = "?";

    private final String name;
    private final MessageForm<T> form;
    private final String node;
    private final RedisKeys keys;
    private final RedisCommands commands;
    private final LocalTopic<T> local;
    private final AtomicBoolean hasUnsent = new AtomicBoolean();

    // loop
    private OptionalLong last = OptionalLong.empty();

    RedisTopic(
            String name,
            MessageForm<T> form,
            String node,
            RedisKeys keys,
            RedisCommands commands,
            LocalTopic<T> local) {
        this.name = name;
        this.form = form;
        this.node = node;
        this.keys = keys;
        this.commands = commands;
        this.local = local;
    }

    /** The channel on Redis. */
    String channel() {
        return keys.channel(name);
    }

    @Override
    public CompletionStage<Void> publish(T message) {
        local.publish(message);
        return send(form.encoder().apply(message));
    }

    @Override
    public Subscription subscribe(Listener<T> listener) {
        return local.subscribe(listener);
    }

    /** This node receives messages from now on, and may have missed some before. */
    void connected() {
        last = OptionalLong.empty();
        local.missed();
    }

    /** Messages can be sent again: the others are informed of those that could not. */
    void sendMissed() {
        if (hasUnsent.getAndSet(false)) {
            var unused = send(MISSED);
        }
    }

    /** A message from Redis: its number, the node, and the text. */
    void received(String message) {
        String[] parts = message.split(" ", 3);
        long number = Long.parseLong(parts[0]);
        boolean follows = last.isEmpty() || number == last.getAsLong() + 1;
        last = OptionalLong.of(number);
        if (!follows) {
            local.missed();
        }
        if (!parts[1].equals(node)) {
            Optional<T> decoded = form.decode(parts[2]);
            decoded.ifPresentOrElse(local::publish, local::missed);
        }
    }

    private CompletionStage<Void> send(String text) {
        return commands.run(RedisScript.PUBLISH, List.of(keys.counter(name)), List.of(channel(), node, text))
                .handle((sent, e) -> {
                    if (e == null) {
                        return null;
                    }
                    hasUnsent.set(true);
                    throw new IllegalStateException("A message could not be sent to the other relays", e);
                });
    }
}
