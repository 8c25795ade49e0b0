package dev.fanlight.agent.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what event loops complain about: an exception that nobody catches there is a bug, though nothing falls over. */
public final class SevereLog extends Handler implements AutoCloseable {

    public final List<String> complaints = new CopyOnWriteArrayList<>();

    private final Logger logger = Logger.getLogger("io.vertx");

    public SevereLog() {
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getLevel().intValue() >= Level.SEVERE.intValue()) {
            complaints.add(logged.getMessage() + " " + logged.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
