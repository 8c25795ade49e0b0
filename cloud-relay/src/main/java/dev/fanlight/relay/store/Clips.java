package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The clips of cameras and their links, of whose keys only hashes are stored. Blocking, thread safe. */
public final class Clips {

    /** Most clips of one camera. */
    public static final int MAX_CLIPS = 1_000;

    private static final int ID_BITS = 80;
    private static final int KEY_BITS = 128;
    private static final String SELECT =
            "SELECT clip.* FROM clip JOIN camera ON camera.id = clip.camera_id WHERE camera.name = ?";
    private static final String OF_CAMERA = " WHERE id = ? AND camera_id = " + Cameras.ID_OF_NAME;

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    /** The clips in {@code database}. */
    public Clips(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A clip. Immutable.
     *
     * @param id its id
     * @param folder the id of the folder of recordings that its file lies in
     * @param cameraId the id of its camera
     * @param name for people, may be empty
     * @param startMicros when it begins, µs since 1970
     * @param durationMicros how long it is
     * @param bytes how long its file is
     * @param createdMillis when it was cut, ms since 1970
     * @param link by which others see it, if there is one
     */
    public record Clip(
            String id,
            String folder,
            String cameraId,
            String name,
            long startMicros,
            long durationMicros,
            long bytes,
            long createdMillis,
            Optional<Link> link) {

        /** Whether this key shows it now. */
        public boolean isOpenedBy(String key, long nowMillis) {
            return link.filter(its -> its.isValid(nowMillis) && Secrets.matches(key, its.hash()))
                    .isPresent();
        }
    }

    /**
     * A link to a clip. Immutable.
     *
     * @param hash of its key
     * @param expiresMillis when it ends, if it does; ms since 1970
     */
    public record Link(String hash, OptionalLong expiresMillis) {

        /** Whether it has not ended. */
        public boolean isValid(long nowMillis) {
            return expiresMillis.isEmpty() || nowMillis < expiresMillis.getAsLong();
        }
    }

    /** An id for a clip that is about to be cut. */
    public String newId() {
        return secrets.base32(ID_BITS);
    }

    /** When a clip is created. */
    public long nowMillis() {
        return clock.millis();
    }

    /**
     * Adds a clip.
     *
     * @throws LimitReachedException when its camera has {@link #MAX_CLIPS}
     */
    public void add(Clip clip) {
        database.write(connection -> {
            long count = Row.first(
                            connection,
                            "SELECT count(*) AS clips FROM clip WHERE camera_id = ?",
                            row -> row.number("clips"),
                            clip.cameraId())
                    .orElse(0L);
            if (count >= MAX_CLIPS) {
                throw new LimitReachedException("The camera has " + MAX_CLIPS + " clips. Delete some first.");
            }
            return Row.update(
                    connection,
                    "INSERT INTO clip (id, folder, camera_id, name, started_at, duration, bytes, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    clip.id(),
                    clip.folder(),
                    clip.cameraId(),
                    clip.name(),
                    clip.startMicros(),
                    clip.durationMicros(),
                    clip.bytes(),
                    clip.createdMillis());
        });
    }

    /** The clips of a camera, the newest moment first. */
    public List<Clip> list(CameraName camera) {
        return database.read(connection ->
                Row.all(connection, SELECT + " ORDER BY clip.started_at DESC, clip.id", Clips::clip, camera.text()));
    }

    /** A clip of a camera. */
    public Optional<Clip> find(CameraName camera, String id) {
        return database.read(
                connection -> Row.first(connection, SELECT + " AND clip.id = ?", Clips::clip, camera.text(), id));
    }

    /**
     * Gives a clip a new link in place of the one it had.
     *
     * @param expiresMillis when it ends; ms since 1970
     * @return its key, which is not stored; empty when there is no such clip
     */
    public Optional<String> share(CameraName camera, String id, OptionalLong expiresMillis) {
        String key = secrets.base32(KEY_BITS);
        int changed = database.write(connection -> {
            int shared = Row.update(
                    connection,
                    "UPDATE clip SET link_hash = ?, link_expires_at = NULL" + OF_CAMERA,
                    Secrets.hash(key),
                    id,
                    camera.text());
            if (expiresMillis.isPresent()) {
                Row.update(
                        connection,
                        "UPDATE clip SET link_expires_at = ?" + OF_CAMERA,
                        expiresMillis.getAsLong(),
                        id,
                        camera.text());
            }
            return shared;
        });
        return changed > 0 ? Optional.of(key) : Optional.empty();
    }

    /** Takes the link of a clip back; false when there is none. */
    public boolean unshare(CameraName camera, String id) {
        return database.write(connection -> Row.update(
                        connection,
                        "UPDATE clip SET link_hash = NULL, link_expires_at = NULL" + OF_CAMERA
                                + " AND link_hash IS NOT NULL",
                        id,
                        camera.text()))
                > 0;
    }

    /** Forgets a clip; false when there is none. */
    public boolean remove(CameraName camera, String id) {
        return database.write(connection -> Row.update(connection, "DELETE FROM clip" + OF_CAMERA, id, camera.text()))
                > 0;
    }

    private static Clip clip(Row row) throws SQLException {
        OptionalLong expires = row.optionalNumber("link_expires_at");
        return new Clip(
                row.text("id"),
                row.text("folder"),
                row.text("camera_id"),
                row.text("name"),
                row.number("started_at"),
                row.number("duration"),
                row.number("bytes"),
                row.number("created_at"),
                row.optionalText("link_hash").map(hash -> new Link(hash, expires)));
    }
}
