package dev.fanlight.relay.cluster;

import java.util.concurrent.CompletionStage;

/**
 * Messages to all nodes. At most once, and in one order for the messages of one node. The node that publishes a message receives it at once,
 * even when no other can be reached.
 *
 * <p>Messages are numbered by the implementation. When a number is missing, or the connection was lost for a time, or too many messages
 * wait, {@link Listener#missed()} is called in their place, and the listener reads again what it follows: rights of all open sockets, or
 * chat lines after its last one. A message therefore never carries the change itself.
 *
 * <p>Thread safe; never blocks.
 *
 * @param <T> immutable
 */
public interface Topic<T> {

    /** Sends a message. The stage completes when the message is sent; its failure means that other nodes may not receive it. */
    CompletionStage<Void> publish(T message);

    /** Calls {@code listener} for each message from now on. */
    Subscription subscribe(Listener<T> listener);

    /**
     * Receives the messages of a topic, one call at a time, on any thread; must not block.
     *
     * @param <T> type of the messages
     */
    interface Listener<T> {

        /** A message arrived. */
        void received(T message);

        /** One or more messages did not arrive. */
        void missed();
    }

    /** Ends a subscription; a call that is running may still finish. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
