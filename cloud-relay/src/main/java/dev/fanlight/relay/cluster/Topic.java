package dev.fanlight.relay.cluster;

import java.util.concurrent.CompletionStage;

/**
 * Messages to all nodes, this one included. At most once, and in one order for the messages of one node.
 *
 * <p>Messages are numbered by the implementation. When a number is missing, or the connection was lost for a time, or more messages wait
 * than may, each listener is called with {@link Listener#missed()} in the place of what it missed and reads again what it follows: rights
 * of all open sockets, or chat lines after the last one it has. So a message never carries the news itself.
 *
 * <p>Thread safe; never blocks.
 *
 * @param <T> immutable
 */
public interface Topic<T> {

    /** Sends a message. The stage completes when the message is on its way; its failure means that others may not hear of it. */
    CompletionStage<Void> publish(T message);

    /** Calls {@code listener} for each message from now on. */
    Subscription subscribe(Listener<T> listener);

    /**
     * Hears the messages of a topic, one call at a time, on any thread, and must not block.
     *
     * @param <T> type of the messages
     */
    interface Listener<T> {

        /** A message arrived. */
        void received(T message);

        /** One or more messages did not arrive. */
        void missed();
    }

    /** Ends the calls; one that is running may still finish. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
