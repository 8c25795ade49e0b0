package dev.fanlight.relay.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Closes the resources of a measurement when it ends, also on Ctrl-C while it starts. Thread safe. */
public final class Closer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Closer.class.getName());

    private final Deque<AutoCloseable> newestFirst = new ArrayDeque<>();
    private boolean closed;

    /** Has nothing to close yet. */
    public Closer() {}

    /**
     * Registers a resource.
     *
     * @return the resource
     * @throws UserException if this is closed already; the resource is closed then, too
     */
    public synchronized <T extends AutoCloseable> T add(T resource) {
        newestFirst.push(resource);
        if (closed) {
            close();
            throw new UserException(ExitCode.INTERRUPTED, "Stopped.");
        }
        return resource;
    }

    /** Closes everything, the newest first. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!newestFirst.isEmpty()) {
            close(newestFirst.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The measurement could not be cleaned up: {0}", e.getMessage());
        }
    }
}
