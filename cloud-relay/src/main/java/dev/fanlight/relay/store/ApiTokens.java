package dev.fanlight.relay.store;

import dev.fanlight.identity.Secrets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/** API tokens, by which programs act for the owner. Blocking, thread safe. */
public final class ApiTokens {

    /** Prefix of every token, so that a leaked one is recognised. */
    public static final String PREFIX = "fanlight_";

    /** Most tokens. */
    public static final int MAX_TOKENS = 100;

    private static final int SECRET_BITS = 160;
    private static final int ID_BITS = 40;

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    /** The tokens of {@code database}. */
    public ApiTokens(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A token as the owner sees it.
     *
     * @param id of the token, not secret
     * @param label for the owner
     * @param readOnly whether it permits reading only
     * @param createdMillis when it was made
     * @param expiresAtMillis when it ends, if it does
     * @param usedMillis when it was last used
     */
    public record Token(
            String id,
            String label,
            boolean readOnly,
            long createdMillis,
            OptionalLong expiresAtMillis,
            OptionalLong usedMillis) {}

    /**
     * A token that was just created.
     *
     * @param id of the token
     * @param secret not stored, so it cannot be shown again
     */
    public record Made(String id, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** Creates a token. */
    public Made create(String label, boolean readOnly, OptionalLong expiresAtMillis) {
        Made made = new Made(secrets.base32(ID_BITS), PREFIX + secrets.base32(SECRET_BITS));
        return database.write(connection -> {
            Row.update(connection, "DELETE FROM api_token WHERE expires_at < ?", clock.millis());
            int inserted = Row.update(
                    connection,
                    "INSERT INTO api_token (id, label, read_only, secret_hash, created_at, expires_at)"
                            + " SELECT ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM api_token) < ?",
                    made.id(),
                    label,
                    readOnly ? 1 : 0,
                    Secrets.hash(made.secret()),
                    clock.millis(),
                    expiresAtMillis.isPresent() ? expiresAtMillis.getAsLong() : null,
                    MAX_TOKENS);
            if (inserted == 0) {
                throw new LimitReachedException("There are " + MAX_TOKENS + " tokens already. Revoke one first.");
            }
            return made;
        });
    }

    /** The valid tokens, newest first. */
    public List<Token> list() {
        return database.read(connection -> Row.all(
                connection,
                "SELECT * FROM api_token WHERE expires_at IS NULL OR expires_at > ? ORDER BY created_at DESC, id",
                ApiTokens::token,
                clock.millis()));
    }

    /** Revokes a token; returns whether there was one. */
    public boolean revoke(String id) {
        return database.write(connection -> Row.update(connection, "DELETE FROM api_token WHERE id = ?", id)) > 0;
    }

    private static Token token(Row row) throws SQLException {
        return new Token(
                row.text("id"),
                row.text("label"),
                row.number("read_only") == 1,
                row.number("created_at"),
                row.optionalNumber("expires_at"),
                row.optionalNumber("used_at"));
    }
}
