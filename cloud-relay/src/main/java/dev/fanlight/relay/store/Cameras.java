package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.Visibility;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The cameras of the relay. Blocking, thread safe. */
public final class Cameras {

    /** Most cameras. */
    public static final int MAX_CAMERAS = 10_000;

    /** SQL for the id of the camera with a name; one parameter. */
    static final String ID_OF_NAME = "(SELECT id FROM camera WHERE name = ?)";

    private static final int LONG_ID_BITS = 128;
    private static final List<String> TABLES_OF_CAMERA = List.of(
            "link",
            "join_code",
            "device",
            "publish_key",
            "camera_alias",
            "chat_room",
            "chat_line",
            "chat_reaction",
            "chat_name",
            "chat_sanction",
            "clip",
            "recording_group",
            "recording_file");

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    /** The cameras of {@code database}. */
    public Cameras(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The camera with this name. */
    public Optional<CameraRecord> find(CameraName name) {
        return database.read(connection -> find(connection, name));
    }

    /** All cameras by name. */
    public List<CameraRecord> list() {
        return database.read(
                connection -> Row.all(connection, CameraRecord.SELECT + " ORDER BY c.name", CameraRecord::of));
    }

    /** Records that the camera’s agent is connected now. */
    public void seen(CameraName name) {
        database.write(connection ->
                Row.update(connection, "UPDATE camera SET last_seen = ? WHERE name = ?", clock.millis(), name.text()));
    }

    /** Changes the title; returns whether there is such a camera. */
    public boolean retitle(CameraName name, String title) {
        return database.write(connection ->
                        Row.update(connection, "UPDATE camera SET title = ? WHERE name = ?", title, name.text()))
                > 0;
    }

    /** Allows its last still to be shown to anyone who has its address, or forbids it; returns whether there is such a camera. */
    public boolean preview(CameraName name, boolean allowed) {
        return database.write(connection -> Row.update(
                        connection, "UPDATE camera SET preview = ? WHERE name = ?", allowed ? 1 : 0, name.text()))
                > 0;
    }

    /** Allows its video to be made H.264 for players, or forbids it; returns whether there is such a camera. */
    public boolean transcode(CameraName name, boolean allowed) {
        return database.write(connection -> Row.update(
                        connection, "UPDATE camera SET transcode = ? WHERE name = ?", allowed ? 1 : 0, name.text()))
                > 0;
    }

    /** Sets when it is recorded; returns whether there is such a camera. */
    public boolean record(CameraName name, RecordMode mode) {
        return database.write(connection ->
                        Row.update(connection, "UPDATE camera SET record = ? WHERE name = ?", mode.text(), name.text()))
                > 0;
    }

    /**
     * Pauses the camera or resumes it.
     *
     * @return the number of the change, higher than that of every change before; empty when there is no such camera
     */
    public OptionalLong pause(CameraName name, boolean paused) {
        long now = clock.millis();
        Optional<Long> pausedAt = paused ? Optional.of(now) : Optional.empty();
        Optional<OptionalLong> version = database.write(connection -> Row.first(
                connection,
                "UPDATE camera SET paused_at = ?, pause_version = CASE WHEN pause_version < ? THEN ? ELSE pause_version + 1 END"
                        + " WHERE name = ? RETURNING pause_version",
                row -> row.optionalNumber("pause_version"),
                pausedAt,
                now,
                now,
                name.text()));
        return version.orElseGet(OptionalLong::empty);
    }

    /** Sets the visibility and the role of visitors; a new long id is created each time the camera becomes unlisted. */
    public boolean open(CameraName name, Visibility visibility, ChatRole visitors) {
        return database.write(connection -> {
            Optional<CameraRecord> camera = find(connection, name);
            boolean needsId = visibility == Visibility.UNLISTED
                    && camera.filter(known -> known.visibility() == Visibility.UNLISTED)
                            .isEmpty();
            return Row.update(
                            connection,
                            "UPDATE camera SET visibility = ?, visitors = ?, unlisted_id = coalesce(?, unlisted_id) WHERE name = ?",
                            visibility.text(),
                            visitors.wireName(),
                            needsId ? secrets.base32(LONG_ID_BITS) : null,
                            name.text())
                    > 0;
        });
    }

    /** Renames the camera and keeps the old name as an alias; false when there is no such camera or the new name is taken. */
    public boolean rename(CameraName before, CameraName after) {
        return database.write(connection -> {
            Optional<CameraRecord> camera = find(connection, before);
            if (camera.isEmpty() || find(connection, after).isPresent()) {
                return false;
            }
            Row.update(connection, "DELETE FROM camera_alias WHERE name IN (?, ?)", before.text(), after.text());
            Row.update(
                    connection,
                    "INSERT INTO camera_alias (name, camera_id) VALUES (?, ?)",
                    before.text(),
                    camera.get().id());
            Row.update(
                    connection,
                    "UPDATE camera SET name = ?, title = CASE WHEN title = name THEN ? ELSE title END WHERE id = ?",
                    after.text(),
                    after.text(),
                    camera.get().id());
            return true;
        });
    }

    /** Removes the camera with its links, devices and chat; returns whether there was one. */
    public boolean remove(CameraName name) {
        return database.write(connection -> {
            Optional<CameraRecord> camera = find(connection, name);
            if (camera.isEmpty()) {
                return false;
            }
            String id = camera.get().id();
            Row.update(
                    connection,
                    "DELETE FROM viewer_session_link WHERE link_id IN (SELECT id FROM link WHERE camera_id = ?)",
                    id);
            for (String table : TABLES_OF_CAMERA) {
                Row.update(connection, "DELETE FROM " + table + " WHERE camera_id = ?", id);
            }
            return Row.update(connection, "DELETE FROM camera WHERE id = ?", id) > 0;
        });
    }

    CameraRecord findOrCreate(Connection connection, CameraName name) throws SQLException {
        Row.update(connection, "DELETE FROM camera_alias WHERE name = ?", name.text());
        Row.update(
                connection,
                "INSERT INTO camera (id, name, title, created_at, pause_version)"
                        + " SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM camera) < ? ON CONFLICT (name) DO NOTHING",
                UUID.randomUUID().toString(),
                name.text(),
                name.text(),
                clock.millis(),
                clock.millis(),
                MAX_CAMERAS);
        return find(connection, name)
                .orElseThrow(() ->
                        new LimitReachedException("There are " + MAX_CAMERAS + " cameras already. Remove one first."));
    }

    static Optional<CameraRecord> find(Connection connection, CameraName name) throws SQLException {
        return Row.first(connection, CameraRecord.SELECT + " WHERE c.name = ?", CameraRecord::of, name.text());
    }
}
