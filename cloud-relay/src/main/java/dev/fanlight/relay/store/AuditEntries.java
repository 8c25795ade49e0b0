package dev.fanlight.relay.store;

import dev.fanlight.relay.audit.AuditLog;
import java.sql.SQLException;
import java.util.List;

/** The stored audit log: append-only, up to {@link #MAX_ENTRIES}, beyond which the oldest are deleted, as are those that are too old. Blocking, thread safe. */
public final class AuditEntries {

    /** Most stored entries. */
    public static final int MAX_ENTRIES = 100_000;

    private final Database database;

    /** The entries of {@code database}. */
    public AuditEntries(Database database) {
        this.database = database;
    }

    /**
     * A stored entry.
     *
     * @param id increases with each entry
     * @param timeMillis when it happened, ms since 1970
     * @param entry the content
     */
    public record Written(long id, long timeMillis, AuditLog.Entry entry) {}

    /** Appends entries in their order. */
    public void append(List<AuditLog.Dated> entries) {
        database.write(connection -> {
            for (AuditLog.Dated dated : entries) {
                AuditLog.Entry entry = dated.entry();
                Row.update(
                        connection,
                        "INSERT INTO audit (time, actor, act, camera, target, alert) VALUES (?, ?, ?, ?, ?, ?)",
                        dated.timeMillis(),
                        entry.actor(),
                        entry.act(),
                        entry.camera().orElse(null),
                        entry.target().orElse(null),
                        entry.alert() ? 1 : 0);
            }
            return Row.update(connection, "DELETE FROM audit WHERE id <= (SELECT max(id) FROM audit) - ?", MAX_ENTRIES);
        });
    }

    /** Deletes the entries of before a moment, ms since 1970; returns how many. */
    public int forget(long beforeMillis) {
        return database.write(connection -> Row.update(connection, "DELETE FROM audit WHERE time < ?", beforeMillis));
    }

    /** At most {@code limit} entries with an id below {@code before}, newest first; only alerts if {@code alertsOnly}. */
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
