package dev.fanlight.relay.store;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.access.LinkBook;
import dev.fanlight.relay.access.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The links to cameras; of a key only its hash is kept. Blocking, thread safe. */
public final class Links implements LinkBook {

    /** Bits of a link’s key. */
    public static final int KEY_BITS = 128;

    private static final String KIND = "watch";

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    /** The links of {@code database}. */
    public Links(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Optional<Role> find(String camera, String keyHash) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT l.role FROM link l JOIN camera c ON c.id = l.camera_id WHERE l.secret_hash = ? AND c.name = ?"
                        + " AND l.kind = ? AND l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > ?)",
                row -> Role.valueOf(row.text("role").toUpperCase(Locale.ROOT)),
                keyHash,
                camera,
                KIND,
                clock.millis()));
    }

    /** Makes a link and tells its key, for the only time. */
    String create(Connection connection, String cameraId, Role role) throws SQLException {
        String key = secrets.base32(KEY_BITS);
        Row.update(
                connection,
                "INSERT INTO link (id, camera_id, kind, role, label, secret_hash, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                cameraId,
                KIND,
                role.name().toLowerCase(Locale.ROOT),
                "",
                Secrets.hash(key),
                clock.millis());
        return key;
    }
}
