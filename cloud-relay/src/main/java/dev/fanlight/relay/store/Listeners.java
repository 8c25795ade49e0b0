package dev.fanlight.relay.store;

import java.time.Clock;
import java.util.Optional;

/** Where the relay listens or last did. Blocking, thread safe. */
public final class Listeners {

    private final Database database;
    private final Clock clock;

    /** The listeners of {@code database}. */
    public Listeners(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The two ways in. */
    public enum Kind {
        /** TLS on all addresses. */
        TLS,
        /** Plain on loopback. */
        PLAIN
    }

    /**
     * One way in.
     *
     * @param host name to put into links
     * @param port 1–65535
     */
    public record Listener(String host, int port) {}

    /** Writes down where the relay listens now; an empty one listens no more. */
    public void put(Kind kind, Optional<Listener> listener) {
        database.write(connection -> {
            int removed = Row.update(connection, "DELETE FROM listener WHERE kind = ?", kind.name());
            if (listener.isEmpty()) {
                return removed;
            }
            return Row.update(
                    connection,
                    "INSERT INTO listener (kind, host, port, updated_at) VALUES (?, ?, ?, ?)",
                    kind.name(),
                    listener.get().host(),
                    listener.get().port(),
                    clock.millis());
        });
    }

    /** Where the relay listens or last did. */
    public Optional<Listener> find(Kind kind) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT host, port FROM listener WHERE kind = ?",
                row -> new Listener(row.text("host"), (int) row.number("port")),
                kind.name()));
    }
}
