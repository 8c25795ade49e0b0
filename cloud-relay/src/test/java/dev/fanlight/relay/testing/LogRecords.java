package dev.fanlight.relay.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged while it is open, as a relay would write it: its own records from INFO, those of libraries from WARNING. */
public final class LogRecords extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();

    private LogRecords() {}

    /** Listens from now on. */
    public static LogRecords listen() {
        LogRecords records = new LogRecords();
        ROOT.addHandler(records);
        return records;
    }

    /** All so far. */
    public List<LogRecord> all() {
        return List.copyOf(records);
    }

    /** Those with a stack trace or worse than a warning. */
    public List<String> failures() {
        return records.stream()
                .filter(record ->
                        record.getThrown() != null || record.getLevel().intValue() > Level.WARNING.intValue())
                .map(record -> record.getLevel() + " " + record.getLoggerName() + " " + record.getMessage() + " "
                        + record.getThrown())
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        boolean own = String.valueOf(record.getLoggerName()).startsWith("dev.fanlight");
        if (record.getLevel().intValue() >= (own ? Level.INFO : Level.WARNING).intValue()) {
            records.add(record);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
