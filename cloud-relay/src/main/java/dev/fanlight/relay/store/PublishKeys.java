package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The publish keys of cameras, of which only hashes are stored. Blocking, thread safe. */
public final class PublishKeys {

    /** Bits of a key’s secret. */
    public static final int SECRET_BITS = 128;

    /** Most valid keys of one camera. */
    public static final int MAX_KEYS = 20;

    /** A key’s last use is stored no more often. */
    public static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

    private static final int ID_BITS = 40;
    private static final int KEPT_REVOKED = 20;
    private static final String VALID = " FROM publish_key WHERE camera_id = ? AND revoked_at IS NULL";

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    /** The publish keys in {@code database}. */
    public PublishKeys(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A publish key without its secret. Immutable.
     *
     * @param id the key’s id
     * @param label for the owner, may be empty
     * @param createdMillis when it was created; ms since 1970
     * @param usedMillis when it was last used, if it was
     * @param revokedMillis when it was revoked, if it was
     */
    public record Key(
            String id, String label, long createdMillis, OptionalLong usedMillis, OptionalLong revokedMillis) {}

    /**
     * A publish key that was just created. Immutable.
     *
     * @param id the key’s id
     * @param secret not stored and so not to be had again
     */
    public record Created(String id, String secret) {

        /** Does not show the secret. */
        @Override
        public String toString() {
            return "Created[" + id + "]";
        }
    }

    /**
     * Creates a key; empty when there is no such camera.
     *
     * @throws LimitReachedException when the camera has {@link #MAX_KEYS} valid keys
     */
    public Optional<Created> create(CameraName camera, String label) {
        return database.write(connection -> {
            Optional<CameraRecord> known = Cameras.find(connection, camera);
            return known.isEmpty()
                    ? Optional.<Created>empty()
                    : Optional.of(create(connection, known.get().id(), label));
        });
    }

    /** The keys of a camera, the newest first; revoked ones too, for a while. */
    public List<Key> list(CameraName camera) {
        return database.read(connection -> Row.all(
                connection,
                "SELECT k.* FROM publish_key k JOIN camera c ON c.id = k.camera_id WHERE c.name = ?"
                        + " ORDER BY k.created_at DESC, k.id",
                PublishKeys::key,
                camera.text()));
    }

    /** Revokes a key of a camera; false when there is none or it was revoked before. */
    public boolean revoke(CameraName camera, String id) {
        return database.write(connection -> Row.update(
                        connection,
                        "UPDATE publish_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
                                + " AND camera_id = (SELECT id FROM camera WHERE name = ?)",
                        clock.millis(),
                        id,
                        camera.text()))
                > 0;
    }

    private Created create(Connection connection, String cameraId, String label) throws SQLException {
        forgetRevoked(connection, cameraId);
        long count = Row.first(connection, "SELECT count(*) AS valid" + VALID, row -> row.number("valid"), cameraId)
                .orElse(0L);
        if (count >= MAX_KEYS) {
            throw new LimitReachedException("The camera has " + MAX_KEYS + " publish keys. Revoke some first.");
        }
        Created created = new Created(secrets.base32(ID_BITS), secrets.base32(SECRET_BITS));
        Row.update(
                connection,
                "INSERT INTO publish_key (id, camera_id, label, secret_hash, created_at) VALUES (?, ?, ?, ?, ?)",
                created.id(),
                cameraId,
                label,
                Secrets.hash(created.secret()),
                clock.millis());
        return created;
    }

    /** Keys that were revoked longest ago are deleted, so that the list stays bounded. */
    private static void forgetRevoked(Connection connection, String cameraId) throws SQLException {
        Row.update(
                connection,
                "DELETE FROM publish_key WHERE id IN (SELECT id FROM publish_key WHERE camera_id = ?"
                        + " AND revoked_at IS NOT NULL ORDER BY revoked_at DESC LIMIT 1000000 OFFSET " + KEPT_REVOKED
                        + ")",
                cameraId);
    }

    private static Key key(Row row) throws SQLException {
        return new Key(
                row.text("id"),
                row.text("label"),
                row.number("created_at"),
                row.optionalNumber("used_at"),
                row.optionalNumber("revoked_at"));
    }
}
