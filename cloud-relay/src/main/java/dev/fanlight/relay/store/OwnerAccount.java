package dev.fanlight.relay.store;

import dev.fanlight.identity.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The owner’s account: the password, the one-time link to set it, and sessions. Blocking, thread safe. */
public final class OwnerAccount {

    /** How long a one-time link is valid. */
    public static final Duration SETUP_LIFE = Duration.ofMinutes(15);

    /** A session that is not used for this long ends. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** A session ends this long after it began. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** Most sessions; the least recently used is removed. */
    public static final int MAX_SESSIONS = 20;

    /** Bits of a session’s secret. */
    public static final int SECRET_BITS = 160;

    private static final int SETUP_BITS = 160;
    private static final int ID_BITS = 40;

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    /** The owner of {@code database}. */
    public OwnerAccount(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A session as the owner sees it.
     *
     * @param id of the session, not secret
     * @param address from which it was started
     * @param browser the name that the browser gave
     * @param createdMillis when it began
     * @param usedMillis when it was last used
     */
    public record Session(String id, String address, String browser, long createdMillis, long usedMillis) {}

    /**
     * A session that has just begun.
     *
     * @param id of the session
     * @param secret value of the cookie
     */
    public record Begun(String id, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Begun[" + id + "]";
        }
    }

    /** Hash of the password; empty until one is set. */
    public Optional<String> passwordHash() {
        return database.read(connection ->
                Row.first(connection, "SELECT password_hash FROM owner", row -> row.text("password_hash")));
    }

    /** Creates a one-time link, which replaces an earlier one; returns its secret. */
    public String newSetup() {
        String secret = secrets.base32(SETUP_BITS);
        database.write(connection -> {
            Row.update(connection, "DELETE FROM owner_setup");
            return Row.update(
                    connection,
                    "INSERT INTO owner_setup (only_one, secret_hash, expires_at) VALUES (1, ?, ?)",
                    Secrets.hash(secret),
                    clock.millis() + SETUP_LIFE.toMillis());
        });
        return secret;
    }

    /** Whether this is the secret of the valid one-time link. */
    public boolean isSetup(String secret) {
        return database.read(connection -> Row.first(
                        connection,
                        "SELECT secret_hash FROM owner_setup WHERE secret_hash = ? AND expires_at > ?",
                        row -> row.text("secret_hash"),
                        Secrets.hash(secret),
                        clock.millis()))
                .isPresent();
    }

    /** Sets the password by a one-time link, which is then used up; all sessions and tokens end. False when the link is not valid. */
    public boolean setUp(String secret, String passwordHash) {
        return database.write(connection -> {
            int used = Row.update(
                    connection,
                    "DELETE FROM owner_setup WHERE secret_hash = ? AND expires_at > ?",
                    Secrets.hash(secret),
                    clock.millis());
            if (used == 0) {
                return false;
            }
            setPassword(connection, passwordHash);
            Row.update(connection, "DELETE FROM api_token");
            return true;
        });
    }

    /** Changes the password; all sessions end. */
    public void changePassword(String passwordHash) {
        database.write(connection -> {
            setPassword(connection, passwordHash);
            return true;
        });
    }

    /** Begins a session. */
    public Begun begin(String address, String browser) {
        Begun begun = new Begun(secrets.base32(ID_BITS), secrets.base32(SECRET_BITS));
        database.write(connection -> {
            Row.update(
                    connection,
                    "DELETE FROM owner_session WHERE used_at <= ? OR created_at <= ? OR id IN"
                            + " (SELECT id FROM owner_session ORDER BY used_at DESC LIMIT 1000000 OFFSET ?)",
                    clock.millis() - IDLE.toMillis(),
                    clock.millis() - LIFE.toMillis(),
                    MAX_SESSIONS - 1);
            return Row.update(
                    connection,
                    "INSERT INTO owner_session (id, secret_hash, address, browser, created_at, used_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    begun.id(),
                    Secrets.hash(begun.secret()),
                    address,
                    browser,
                    clock.millis(),
                    clock.millis());
        });
        return begun;
    }

    /** The valid sessions, newest first. */
    public List<Session> sessions() {
        return database.read(connection -> Row.all(
                connection,
                "SELECT * FROM owner_session WHERE used_at > ? AND created_at > ? ORDER BY created_at DESC",
                OwnerAccount::session,
                clock.millis() - IDLE.toMillis(),
                clock.millis() - LIFE.toMillis()));
    }

    /** Ends a session; returns whether there was one. */
    public boolean end(String id) {
        return database.write(connection -> {
                    Row.update(connection, "DELETE FROM push_subscription WHERE session_id = ?", id);
                    return Row.update(connection, "DELETE FROM owner_session WHERE id = ?", id);
                })
                > 0;
    }

    private void setPassword(Connection connection, String passwordHash) throws SQLException {
        Row.update(
                connection,
                "INSERT INTO owner (only_one, password_hash, changed_at) VALUES (1, ?, ?)"
                        + " ON CONFLICT (only_one) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at",
                passwordHash,
                clock.millis());
        Row.update(connection, "DELETE FROM owner_session");
        Row.update(connection, "DELETE FROM push_subscription");
    }

    private static Session session(Row row) throws SQLException {
        return new Session(
                row.text("id"),
                row.text("address"),
                row.text("browser"),
                row.number("created_at"),
                row.number("used_at"));
    }
}
