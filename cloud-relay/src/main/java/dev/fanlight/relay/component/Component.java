package dev.fanlight.relay.component;

import java.time.Duration;
import java.util.Map;

/**
 * A part of the relay that is started and stopped as a whole. A {@link Lifecycle} calls {@link #start}, {@link #prepareStop} and
 * {@link #stop} once each, in this order and on one thread, where they may block; {@link #describe} may be called on any thread.
 */
public interface Component {

    /** A short name in lower case, unique in its relay, for logs and {@link #describe}. */
    String name();

    /**
     * Opens what it needs. When this throws, {@link #stop} is not called: whatever was opened until then is closed again here.
     *
     * @throws RuntimeException when it cannot run; the relay does not start then
     */
    void start();

    /** Says goodbye to peers without waiting for them. Called for all components before the first one is stopped. */
    default void prepareStop() {}

    /**
     * Closes everything.
     *
     * @param limit how long it may take, more than zero; what has not ended by then is abandoned
     * @throws RuntimeException when it could not be closed; the other components are stopped all the same
     */
    void stop(Duration limit);

    /** How it is: numbers, texts, lists and maps of these, without names of people and without secrets. Does not block. */
    default Map<String, Object> describe() {
        return Map.of();
    }
}
