package dev.fanlight.relay.recording;

import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.store.StoreException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Whether recording has stopped, and why: one outage is one line in the log and one alert. Thread safe. */
final class RecordingAlarm {

    private static final Logger LOG = Logger.getLogger(RecordingAlarm.class.getName());

    private final AuditLog audit;
    private volatile Optional<String> problem = Optional.empty();

    RecordingAlarm(AuditLog audit) {
        this.audit = audit;
    }

    /** Why nothing is recorded, as it goes on after a colon; empty while all is well. */
    Optional<String> problem() {
        return problem;
    }

    void raise(String reason) {
        boolean first = problem.isEmpty();
        problem = Optional.of(reason);
        if (first) {
            LOG.log(Level.WARNING, "Nothing is recorded: {0}. Live video goes on", reason);
            audit.record(new AuditLog.Entry("relay", "recording.stop", Optional.empty(), Optional.empty(), true));
        }
    }

    void over() {
        if (problem.isPresent()) {
            problem = Optional.empty();
            LOG.log(Level.INFO, "Recording goes on");
            audit.record(AuditLog.Entry.of("relay", "recording.resume", Optional.empty(), Optional.empty()));
        }
    }

    static String reason(Exception e) {
        if (e instanceof StoreException store) {
            return "the index cannot be written: " + store.reason();
        }
        String why = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
        return "a recording cannot be written: " + why;
    }
}
