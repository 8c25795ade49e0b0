package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.ingest.DeviceBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** The devices that have joined; each camera has at most one that is active. Blocking, thread safe. */
public final class Devices implements DeviceBook {

    /** So many wrong secrets burn a code. */
    public static final int MAX_WRONG_TRIES = 5;

    private static final int ID_BITS = 80;

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    /** The devices of {@code database}. */
    public Devices(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Optional<Registered> find(String id) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT d.id, d.public_key, c.name FROM device d JOIN camera c ON c.id = d.camera_id"
                        + " WHERE d.id = ? AND d.state = 'active'",
                row -> new Registered(row.text("id"), new CameraName(row.text("name")), row.text("public_key")),
                id));
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
            return Optional.of(register(connection, open.get(), publicKey));
        });
    }

    private Registered register(Connection connection, OpenCode code, String publicKey) throws SQLException {
        Row.update(
                connection,
                "UPDATE device SET state = 'revoked', revoked_at = ? WHERE camera_id = ? AND state = 'active'",
                clock.millis(),
                code.cameraId);
        String id = secrets.base32(ID_BITS);
        Row.update(
                connection,
                "INSERT INTO device (id, camera_id, public_key, state, created_at) VALUES (?, ?, ?, 'active', ?)",
                id,
                code.cameraId,
                publicKey,
                clock.millis());
        return new Registered(id, code.camera, publicKey);
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
