package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.ingest.DeviceDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** The enrolled devices; each camera has at most one active device. Blocking, thread safe. */
public final class Devices implements DeviceDirectory {

    /** Wrong secrets after which a join code is invalid. */
    public static final int MAX_WRONG_TRIES = 5;

    private static final int ID_BITS = 80;
    private static final String SELECT = "SELECT d.*, c.name FROM device d JOIN camera c ON c.id = d.camera_id";

    private final Database database;
    private final Cameras cameras;
    private final Secrets secrets;
    private final Clock clock;

    /** The devices of {@code database}. */
    public Devices(Database database, Cameras cameras, Secrets secrets, Clock clock) {
        this.database = database;
        this.cameras = cameras;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Optional<Registered> find(String id) {
        return database.read(connection ->
                Row.first(connection, SELECT + " WHERE d.id = ? AND d.state = 'active'", Devices::registered, id));
    }

    /** The active device of a camera. */
    public Optional<Registered> of(CameraName camera) {
        return database.read(connection -> Row.first(
                connection, SELECT + " WHERE c.name = ? AND d.state = 'active'", Devices::registered, camera.text()));
    }

    @Override
    public void offerKey(String id, String nextKey) {
        database.write(connection -> Row.update(
                connection, "UPDATE device SET next_key = ? WHERE id = ? AND state = 'active'", nextKey, id));
    }

    @Override
    public void promoteKey(String id) {
        database.write(connection -> Row.update(
                connection,
                "UPDATE device SET public_key = next_key, next_key = NULL, rotate_at = NULL"
                        + " WHERE id = ? AND next_key IS NOT NULL",
                id));
    }

    /** Requests a key rotation of the camera’s device; returns its id, if there is one. */
    public Optional<String> rotate(CameraName camera) {
        return database.write(connection -> Row.first(
                connection,
                "UPDATE device SET rotate_at = ? WHERE state = 'active' AND camera_id ="
                        + " (SELECT id FROM camera WHERE name = ?) RETURNING id",
                row -> row.text("id"),
                clock.millis(),
                camera.text()));
    }

    /** Revokes the device with this id; returns whether it was active. */
    public boolean revoke(String id) {
        return database.write(connection -> Row.update(
                        connection,
                        "UPDATE device SET state = 'revoked', revoked_at = ? WHERE id = ? AND state = 'active'",
                        clock.millis(),
                        id)
                > 0);
    }

    /** Approves a device for a camera, which is created if necessary; an earlier device is revoked. */
    public Registered approve(CameraName camera, String publicKey) {
        return database.write(connection ->
                register(connection, cameras.findOrCreate(connection, camera).id(), camera, publicKey));
    }

    @Override
    public Optional<Registered> redeem(String code, String secret, String publicKey) {
        return database.write(connection -> {
            Optional<OpenCode> open = openCode(connection, code);
            boolean matches =
                    Secrets.matches(secret, open.map(OpenCode::secretHash).orElse(Secrets.hash("")));
            if (open.isEmpty()) {
                return Optional.empty();
            }
            if (!matches) {
                Row.update(connection, "UPDATE join_code SET wrong_tries = wrong_tries + 1 WHERE code = ?", code);
                return Optional.empty();
            }
            Row.update(connection, "UPDATE join_code SET used_at = ? WHERE code = ?", clock.millis(), code);
            return Optional.of(register(connection, open.get().cameraId, open.get().camera, publicKey));
        });
    }

    private Registered register(Connection connection, String cameraId, CameraName camera, String publicKey)
            throws SQLException {
        Row.update(
                connection,
                "UPDATE device SET state = 'revoked', revoked_at = ? WHERE camera_id = ? AND state = 'active'",
                clock.millis(),
                cameraId);
        String id = secrets.base32(ID_BITS);
        Row.update(
                connection,
                "INSERT INTO device (id, camera_id, public_key, state, created_at) VALUES (?, ?, ?, 'active', ?)",
                id,
                cameraId,
                publicKey,
                clock.millis());
        return new Registered(id, camera, publicKey, Optional.empty(), false);
    }

    private static Registered registered(Row row) throws SQLException {
        return new Registered(
                row.text("id"),
                new CameraName(row.text("name")),
                row.text("public_key"),
                row.optionalText("next_key"),
                row.optionalNumber("rotate_at").isPresent());
    }

    private Optional<OpenCode> openCode(Connection connection, String code) throws SQLException {
        return Row.first(
                connection,
                "SELECT j.camera_id, j.secret_hash, c.name FROM join_code j JOIN camera c ON c.id = j.camera_id"
                        + " WHERE j.code = ? AND j.used_at IS NULL AND j.wrong_tries < ? AND j.expires_at > ?",
                row -> new OpenCode(row.text("camera_id"), new CameraName(row.text("name")), row.text("secret_hash")),
                code,
                MAX_WRONG_TRIES,
                clock.millis());
    }

    private record OpenCode(String cameraId, CameraName camera, String secretHash) {}
}
