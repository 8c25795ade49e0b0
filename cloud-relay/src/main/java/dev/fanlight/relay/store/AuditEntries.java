package dev.fanlight.relay.store;

import dev.fanlight.relay.audit.AuditLog;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The audit log on disk: only ever added to, but for what is older or more than is kept. Blocking, thread safe. */
public final class AuditEntries {

    /** Most entries that are kept. */
    public static final int MAX_ENTRIES = 100_000;

    private final Database database;
    private final Clock clock;

    /** The entries of {@code database}. */
    public AuditEntries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An entry that was written.
     *
     * @param id rises
     * @param timeMillis when
     * @param entry what
     */
    public record Written(long id, long timeMillis, AuditLog.Entry entry) {}

    /** Writes entries in their order. */
    public void append(List<AuditLog.Entry> entries) {
        database.write(connection -> {
            for (AuditLog.Entry entry : entries) {
                Row.update(
                        connection,
                        "INSERT INTO audit (time, actor, act, camera, target, alert) VALUES (?, ?, ?, ?, ?, ?)",
                        clock.millis(),
                        entry.actor(),
                        entry.act(),
                        entry.camera().orElse(null),
                        entry.target().orElse(null),
                        entry.alert() ? 1 : 0);
            }
            return Row.update(connection, "DELETE FROM audit WHERE id <= (SELECT max(id) FROM audit) - ?", MAX_ENTRIES);
        });
    }

    /** At most {@code limit} entries older than {@code before}, the newest first; only alerts if asked for. */
    public List<Written> newest(long before, int limit, boolean alertsOnly) {
        return database.read(connection -> Row.all(
                connection,
                "SELECT * FROM audit WHERE id < ? AND alert >= ? ORDER BY id DESC LIMIT ?",
                AuditEntries::written,
                before,
                alertsOnly ? 1 : 0,
                limit));
    }

    private static Written written(Row row) throws SQLException {
        AuditLog.Entry entry = new AuditLog.Entry(
                row.text("actor"),
                row.text("act"),
                row.optionalText("camera"),
                row.optionalText("target"),
                row.number("alert") == 1);
        return new Written(row.number("id"), row.number("time"), entry);
    }
}
