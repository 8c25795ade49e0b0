package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The cameras that were invited. Blocking, thread safe. */
public final class Cameras {

    private static final String COLUMNS = "SELECT c.id, c.name, c.title, c.created_at, c.last_seen,"
            + " (SELECT d.id FROM device d WHERE d.camera_id = c.id AND d.state = 'active') AS device FROM camera c";

    private final Database database;
    private final Clock clock;

    /** The cameras of {@code database}. */
    public Cameras(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One camera.
     *
     * @param id key of the table
     * @param name in links
     * @param title what the page shows
     * @param createdMillis when it was invited first
     * @param lastSeenMillis when its agent was last connected
     * @param device its registered device, if one has joined
     */
    public record Camera(
            String id,
            CameraName name,
            String title,
            long createdMillis,
            OptionalLong lastSeenMillis,
            Optional<String> device) {}

    /** The camera of that name. */
    public Optional<Camera> find(CameraName name) {
        return database.read(connection -> find(connection, name));
    }

    /** All cameras by name. */
    public List<Camera> list() {
        return database.read(connection -> Row.all(connection, COLUMNS + " ORDER BY c.name", Cameras::camera));
    }

    /** Notes that the camera’s agent is connected now. */
    public void seen(CameraName name) {
        database.write(connection ->
                Row.update(connection, "UPDATE camera SET last_seen = ? WHERE name = ?", clock.millis(), name.text()));
    }

    Camera findOrCreate(Connection connection, CameraName name) throws SQLException {
        Row.update(
                connection,
                "INSERT INTO camera (id, name, title, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
                UUID.randomUUID().toString(),
                name.text(),
                name.text(),
                clock.millis());
        return find(connection, name).orElseThrow();
    }

    static Optional<Camera> find(Connection connection, CameraName name) throws SQLException {
        return Row.first(connection, COLUMNS + " WHERE c.name = ?", Cameras::camera, name.text());
    }

    private static Camera camera(Row row) throws SQLException {
        return new Camera(
                row.text("id"),
                new CameraName(row.text("name")),
                row.text("title"),
                row.number("created_at"),
                row.optionalNumber("last_seen"),
                Optional.ofNullable(row.text("device")));
    }
}
