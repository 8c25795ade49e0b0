package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where recordings lie: files, and the groups of fragments in them. Times are µs since 1970. Blocking, thread safe. */
public final class Recordings {

    private static final String OF_FILE = " WHERE folder = ? AND camera_id = ?";

    // For the index by time, which would be read from the oldest group on.
    private static final String AFTER_EARLIER_FILES =
            " AND started_at >= (SELECT min(started_at) FROM recording_file" + OF_FILE + " AND ended_at > ?)";

    private final Database database;

    /** The recordings in {@code database}. */
    public Recordings(Database database) {
        this.database = database;
    }

    /**
     * A camera that is to be recorded.
     *
     * @param id of the camera
     * @param name its name now
     * @param mode when
     */
    public record RecordedCamera(String id, CameraName name, RecordMode mode) {}

    /**
     * A file of fragmented MP4, known by its folder, its camera and when it begins.
     *
     * @param folder id of the folder of recordings that it lies in
     * @param cameraId id of the camera
     * @param startMicros when it begins
     * @param endMicros when the last indexed group ends
     * @param epoch of its stream
     * @param initBytes how long its init segment is, with which it begins
     * @param bytes up to the end of the last indexed group
     * @param codecs as RFC 6381 names them
     */
    public record RecordedFile(
            String folder,
            String cameraId,
            long startMicros,
            long endMicros,
            long epoch,
            int initBytes,
            long bytes,
            String codecs) {}

    /**
     * Fragments that are fetched together.
     *
     * @param file when its file begins
     * @param position first byte in the file
     * @param bytes how many
     * @param startMicros when its first frame was captured
     * @param durationMicros how long its video lasts
     * @param isKey whether it begins with a key frame
     */
    public record RecordedGroup(
            long file, long position, int bytes, long startMicros, long durationMicros, boolean isKey) {

        /** When its last frame ends. */
        public long endMicros() {
            return startMicros + durationMicros;
        }
    }

    /** The cameras that are to be recorded. */
    public List<RecordedCamera> cameras() {
        return database.read(connection -> Row.all(
                connection,
                "SELECT id, name, record FROM camera WHERE record <> ? ORDER BY name",
                row -> new RecordedCamera(
                        row.text("id"),
                        new CameraName(row.text("name")),
                        RecordMode.of(row.text("record")).orElse(RecordMode.NEVER)),
                RecordMode.NEVER.text()));
    }

    /** The ids of all cameras. */
    public List<String> cameraIds() {
        return database.read(connection -> Row.all(connection, "SELECT id FROM camera", row -> row.text("id")));
    }

    /** The id of a camera. */
    public Optional<String> cameraId(CameraName name) {
        return database.read(connection -> Cameras.find(connection, name)).map(CameraRecord::id);
    }

    /** Indexes groups that were appended to a file, of which everything is on disk. */
    public void add(RecordedFile file, List<RecordedGroup> groups) {
        replace(file, groups, List.of());
    }

    /** The same, in place of groups of the same camera’s files, all at once. */
    public void replace(RecordedFile file, List<RecordedGroup> groups, List<RecordedGroup> former) {
        database.write(connection -> {
            for (RecordedGroup old : former) {
                Row.update(
                        connection,
                        "DELETE FROM recording_group" + OF_FILE + " AND file = ? AND position = ?",
                        file.folder(),
                        file.cameraId(),
                        old.file(),
                        old.position());
            }
            int known = Row.update(
                    connection,
                    "UPDATE recording_file SET ended_at = ?, bytes = ?" + OF_FILE + " AND started_at = ?",
                    file.endMicros(),
                    file.bytes(),
                    file.folder(),
                    file.cameraId(),
                    file.startMicros());
            if (known == 0) {
                Row.update(
                        connection,
                        "INSERT INTO recording_file (folder, camera_id, started_at, ended_at, epoch, init_bytes, bytes, codecs)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        file.folder(),
                        file.cameraId(),
                        file.startMicros(),
                        file.endMicros(),
                        file.epoch(),
                        file.initBytes(),
                        file.bytes(),
                        file.codecs());
            }
            for (RecordedGroup group : groups) {
                Row.update(
                        connection,
                        "INSERT INTO recording_group (folder, camera_id, file, position, bytes, started_at, duration, is_key)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        file.folder(),
                        file.cameraId(),
                        group.file(),
                        group.position(),
                        group.bytes(),
                        group.startMicros(),
                        group.durationMicros(),
                        group.isKey() ? 1 : 0);
            }
            return true;
        });
    }

    /** All files of a folder, the oldest first. */
    public List<RecordedFile> files(String folder) {
        return database.read(connection -> Row.all(
                connection,
                "SELECT * FROM recording_file WHERE folder = ? ORDER BY started_at, camera_id",
                Recordings::file,
                folder));
    }

    /** The oldest files of a folder, {@code most} at most. */
    public List<RecordedFile> oldest(String folder, int most) {
        return database.read(connection -> Row.all(
                connection,
                "SELECT * FROM recording_file WHERE folder = ? ORDER BY started_at, camera_id LIMIT ?",
                Recordings::file,
                folder,
                most));
    }

    /** Bytes of all files of a folder. */
    public long bytes(String folder) {
        return database.read(connection -> Row.first(
                        connection,
                        "SELECT coalesce(sum(bytes), 0) AS bytes FROM recording_file WHERE folder = ?",
                        row -> row.number("bytes"),
                        folder))
                .orElse(0L);
    }

    /** The files of a camera that overlap a time, the oldest first. */
    public List<RecordedFile> files(String folder, String cameraId, long fromMicros, long toMicros) {
        return database.read(connection -> Row.all(
                connection,
                "SELECT * FROM recording_file" + OF_FILE + " AND ended_at > ? AND started_at < ? ORDER BY started_at",
                Recordings::file,
                folder,
                cameraId,
                fromMicros,
                toMicros));
    }

    /** The file of a camera that begins then. */
    public Optional<RecordedFile> file(String folder, String cameraId, long startMicros) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT * FROM recording_file" + OF_FILE + " AND started_at = ?",
                Recordings::file,
                folder,
                cameraId,
                startMicros));
    }

    /** The groups of a camera that overlap a time, the oldest first, {@code most} at most. */
    public List<RecordedGroup> groups(String folder, String cameraId, long fromMicros, long toMicros, int most) {
        return database.read(connection -> Row.all(
                connection,
                "SELECT * FROM recording_group" + OF_FILE + AFTER_EARLIER_FILES
                        + " AND started_at + duration > ? AND started_at < ? ORDER BY started_at, file, position LIMIT ?",
                Recordings::group,
                folder,
                cameraId,
                folder,
                cameraId,
                fromMicros,
                fromMicros,
                toMicros,
                most));
    }

    /** The group of a file that begins at this byte. */
    public Optional<RecordedGroup> group(String folder, String cameraId, long file, long position) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT * FROM recording_group" + OF_FILE + " AND file = ? AND position = ?",
                Recordings::group,
                folder,
                cameraId,
                file,
                position));
    }

    /** Whether any group of a file is indexed. */
    public boolean hasGroups(RecordedFile file) {
        return database.read(connection -> Row.first(
                        connection,
                        "SELECT position FROM recording_group" + OF_FILE + " AND file = ? LIMIT 1",
                        row -> row.number("position"),
                        file.folder(),
                        file.cameraId(),
                        file.startMicros()))
                .isPresent();
    }

    /** Forgets a file and its groups, after it was deleted. */
    public void remove(RecordedFile file) {
        database.write(connection -> {
            Row.update(
                    connection,
                    "DELETE FROM recording_group" + OF_FILE + " AND file = ?",
                    file.folder(),
                    file.cameraId(),
                    file.startMicros());
            return Row.update(
                    connection,
                    "DELETE FROM recording_file" + OF_FILE + " AND started_at = ?",
                    file.folder(),
                    file.cameraId(),
                    file.startMicros());
        });
    }

    /** Forgets all files of a camera and their groups. */
    public void removeCamera(String folder, String cameraId) {
        database.write(connection -> {
            Row.update(connection, "DELETE FROM recording_group" + OF_FILE, folder, cameraId);
            return Row.update(connection, "DELETE FROM recording_file" + OF_FILE, folder, cameraId);
        });
    }

    private static RecordedFile file(Row row) throws SQLException {
        return new RecordedFile(
                row.text("folder"),
                row.text("camera_id"),
                row.number("started_at"),
                row.number("ended_at"),
                row.number("epoch"),
                (int) row.number("init_bytes"),
                row.number("bytes"),
                row.text("codecs"));
    }

    private static RecordedGroup group(Row row) throws SQLException {
        return new RecordedGroup(
                row.number("file"),
                row.number("position"),
                (int) row.number("bytes"),
                row.number("started_at"),
                row.number("duration"),
                row.number("is_key") == 1);
    }
}
