package dev.fanlight.relay.store;

import dev.fanlight.identity.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sessions of watch pages, each a set of links that is identified by a cookie. Blocking, thread safe. */
public final class ViewerSessions {

    /** A session that is not used for this long ends. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** Least time between two updates of the last use. */
    public static final Duration TOUCH_INTERVAL = Duration.ofHours(1);

    /**
     * Most sessions that hold the same link, so that one link cannot displace sessions of others; of the address with the most the least
     * recently used loses it.
     */
    public static final int MAX_SESSIONS_OF_LINK = 5_000;

    /** Most links of one session; the oldest is removed. */
    public static final int MAX_LINKS = 32;

    /** Most sessions; the least recently used are removed. */
    public static final int MAX_SESSIONS = 100_000;

    /** Bits of a session’s secret. */
    public static final int SECRET_BITS = 160;

    private static final Logger LOG = Logger.getLogger(ViewerSessions.class.getName());

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;
    private final UnstoredChanges unstored;
    private final int maxOfLink;
    private final UnstoredSessions inMemory = new UnstoredSessions();

    /** The sessions of {@code database}; {@code unstored} keeps those that it refuses. */
    ViewerSessions(Database database, Secrets secrets, Clock clock, UnstoredChanges unstored) {
        this(database, secrets, clock, unstored, MAX_SESSIONS_OF_LINK);
    }

    ViewerSessions(Database database, Secrets secrets, Clock clock, UnstoredChanges unstored, int maxOfLink) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
        this.unstored = unstored;
        this.maxOfLink = maxOfLink;
    }

    /** As {@link #add(Optional, String, String)}, at an address that is not known. */
    public String add(Optional<String> secret, String link) {
        return add(secret, link, "");
    }

    /**
     * Adds a link to the session with this secret, or to a new one when there is no valid one; returns the secret. While the store refuses,
     * the session is kept in memory and stored later: the holder of a valid link may watch.
     *
     * @param address a pseudonym of the address where the client is
     * @throws StoreException when it can neither be stored nor kept
     */
    public String add(Optional<String> secret, String link, String address) {
        try {
            return database.write(connection -> {
                boolean known = secret.isPresent() && touch(connection, secret.get());
                String session = known ? secret.get() : secrets.base32(SECRET_BITS);
                put(connection, session, link, address);
                return session;
            });
        } catch (StoreUnavailableException e) {
            String session = secret.filter(this::exists).orElseGet(() -> secrets.base32(SECRET_BITS));
            if (!unstored.add(key(session, link), () -> store(session, link, address))) {
                throw e;
            }
            inMemory.put(Secrets.hash(session), link);
            return session;
        }
    }

    /** The links of a session that are not stored yet. */
    List<String> unstoredLinks(String secretHash) {
        return inMemory.of(secretHash);
    }

    /** One that was ended meanwhile must not come back; one whose camera was removed meanwhile has ended. */
    private void store(String session, String link, String address) {
        if (!inMemory.of(Secrets.hash(session)).contains(link)) {
            return;
        }
        try {
            database.write(connection -> {
                put(connection, session, link, address);
                return true;
            });
        } catch (ConflictException e) {
            LOG.log(Level.FINE, "The link of a session is gone", e);
        }
        inMemory.remove(Secrets.hash(session), link);
    }

    private static String key(String session, String link) {
        return "session " + Secrets.hash(session) + " " + link;
    }

    /** A cookie that the relay has not issued must not become a session. */
    private boolean exists(String secret) {
        String hash = Secrets.hash(secret);
        return !inMemory.of(hash).isEmpty()
                || database.read(connection -> Row.first(
                                connection,
                                "SELECT secret_hash FROM viewer_session WHERE secret_hash = ? AND used_at > ?",
                                row -> true,
                                hash,
                                clock.millis() - IDLE.toMillis()))
                        .isPresent();
    }

    private void put(Connection connection, String session, String link, String address) throws SQLException {
        if (!touch(connection, session)) {
            create(connection, session, address);
        }
        Row.update(
                connection,
                "INSERT INTO viewer_session_link (secret_hash, link_id, added_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (secret_hash, link_id) DO UPDATE SET added_at = excluded.added_at",
                Secrets.hash(session),
                link,
                clock.millis());
        Row.update(
                connection,
                "DELETE FROM viewer_session_link WHERE secret_hash = ? AND link_id NOT IN (SELECT link_id"
                        + " FROM viewer_session_link WHERE secret_hash = ? ORDER BY added_at DESC LIMIT ?)",
                Secrets.hash(session),
                Secrets.hash(session),
                MAX_LINKS);
        makeRoom(connection, link);
        Row.update(connection, "UPDATE link SET used_at = ? WHERE id = ?", clock.millis(), link);
    }

    /** Ends a session. */
    public void end(String secret) {
        inMemory.forget(Secrets.hash(secret));
        database.write(connection -> {
            Row.update(connection, "DELETE FROM viewer_session_link WHERE secret_hash = ?", Secrets.hash(secret));
            return Row.update(connection, "DELETE FROM viewer_session WHERE secret_hash = ?", Secrets.hash(secret));
        });
    }

    private void makeRoom(Connection connection, String link) throws SQLException {
        long held = Row.first(
                        connection,
                        "SELECT count(*) AS held FROM viewer_session_link WHERE link_id = ?",
                        row -> row.number("held"),
                        link)
                .orElse(0L);
        if (held <= maxOfLink) {
            return;
        }
        List<String> tooMany = Row.all(
                connection,
                "SELECT secret_hash FROM (SELECT s.secret_hash, s.used_at, l.added_at, row_number() OVER"
                        + " (PARTITION BY s.address ORDER BY s.used_at DESC, l.added_at DESC) AS place"
                        + " FROM viewer_session_link l JOIN viewer_session s ON s.secret_hash = l.secret_hash"
                        + " WHERE l.link_id = ?) AS ranked ORDER BY place DESC, used_at, added_at LIMIT ?",
                row -> row.text("secret_hash"),
                link,
                held - maxOfLink);
        for (String session : tooMany) {
            Row.update(
                    connection, "DELETE FROM viewer_session_link WHERE secret_hash = ? AND link_id = ?", session, link);
            Row.update(
                    connection,
                    "DELETE FROM viewer_session WHERE secret_hash = ?"
                            + " AND NOT EXISTS (SELECT 1 FROM viewer_session_link WHERE secret_hash = ?)",
                    session,
                    session);
        }
    }

    private boolean touch(Connection connection, String secret) throws SQLException {
        return Row.update(
                        connection,
                        "UPDATE viewer_session SET used_at = ? WHERE secret_hash = ? AND used_at > ?",
                        clock.millis(),
                        Secrets.hash(secret),
                        clock.millis() - IDLE.toMillis())
                > 0;
    }

    private void create(Connection connection, String secret, String address) throws SQLException {
        prune(connection);
        Row.update(
                connection,
                "INSERT INTO viewer_session (secret_hash, created_at, used_at, address) VALUES (?, ?, ?, ?)",
                Secrets.hash(secret),
                clock.millis(),
                clock.millis(),
                address);
    }

    private void prune(Connection connection) throws SQLException {
        String gone = "SELECT secret_hash FROM viewer_session WHERE used_at <= ? OR secret_hash IN"
                + " (SELECT secret_hash FROM viewer_session ORDER BY used_at DESC LIMIT 1000000 OFFSET ?)";
        long oldest = clock.millis() - IDLE.toMillis();
        Row.update(
                connection,
                "DELETE FROM viewer_session_link WHERE secret_hash IN (" + gone + ")",
                oldest,
                MAX_SESSIONS - 1);
        Row.update(
                connection, "DELETE FROM viewer_session WHERE secret_hash IN (" + gone + ")", oldest, MAX_SESSIONS - 1);
    }
}
