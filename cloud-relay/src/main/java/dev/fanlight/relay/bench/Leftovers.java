package dev.fanlight.relay.bench;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What has to be gone when a measurement is over, also after Ctrl-C in the middle of its start. Thread safe. */
public final class Leftovers implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Leftovers.class.getName());

    @GuardedBy("this")
    private final Deque<AutoCloseable> newestFirst = new ArrayDeque<>();

    @GuardedBy("this")
    private boolean closed;

    /** None yet. */
    public Leftovers() {}

    /**
     * Keeps something to be closed.
     *
     * @return the same
     * @throws UserException when all was closed before; then this is, too
     */
    public synchronized <T extends AutoCloseable> T add(T leftover) {
        newestFirst.push(leftover);
        if (closed) {
            close();
            throw new UserException(ExitCode.INTERRUPTED, "Stopped.");
        }
        return leftover;
    }

    /** Closes all, the newest first. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!newestFirst.isEmpty()) {
            close(newestFirst.pop());
        }
    }

    private static void close(AutoCloseable leftover) {
        try {
            leftover.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "Something of the measurement could not be removed: {0}", e.getMessage());
        }
    }
}
