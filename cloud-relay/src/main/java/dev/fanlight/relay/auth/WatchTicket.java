package dev.fanlight.relay.auth;

/** A place among the viewers that are allowed at a time. Thread safe. */
@FunctionalInterface
public interface WatchTicket extends AutoCloseable {

    /** Frees the place; does nothing the second time. */
    @Override
    void close();
}
