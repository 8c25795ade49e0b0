package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.RewindRight;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The links to cameras; of a key only the hash is stored. Blocking, thread safe. */
public final class Links {

    /** Bits of a link’s key. */
    public static final int KEY_BITS = 128;

    /** Most links of one camera, without those that have ended. */
    public static final int MAX_LINKS = 500;

    private static final int ID_BITS = 40;
    private static final String KIND = "watch";
    private static final String SELECT =
            "SELECT l.*, c.name AS camera_name FROM link l JOIN camera c ON c.id = l.camera_id";

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    /** The links of {@code database}. */
    public Links(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * The properties of a new link.
     *
     * @param role the role it grants
     * @param label for the owner, may be empty
     * @param expiresAtMillis when it ends, if it does
     * @param maxViewers most viewers by it at a time, if limited
     * @param passwordHash hash of its password, if it has one
     * @param ptz whether it allows to move the camera’s head
     * @param rewind how far back it lets viewers go
     */
    public record NewLink(
            ChatRole role,
            String label,
            OptionalLong expiresAtMillis,
            OptionalInt maxViewers,
            Optional<String> passwordHash,
            boolean ptz,
            RewindRight rewind) {

        /** One that allows neither to move the camera’s head nor to go back. */
        public NewLink(
                ChatRole role,
                String label,
                OptionalLong expiresAtMillis,
                OptionalInt maxViewers,
                Optional<String> passwordHash) {
            this(role, label, expiresAtMillis, maxViewers, passwordHash, false, RewindRight.NONE);
        }

        /** Without end, limit or password. */
        public static NewLink plain(ChatRole role) {
            return new NewLink(role, "", OptionalLong.empty(), OptionalInt.empty(), Optional.empty());
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "NewLink[" + role + "]";
        }
    }

    /**
     * A link as the owner sees it.
     *
     * @param id of the link
     * @param camera the camera it grants access to
     * @param role the role it grants
     * @param label for the owner
     * @param createdMillis when it was made
     * @param expiresAtMillis when it ends, if it does
     * @param revokedMillis when it was revoked, if it was
     * @param usedMillis when it was last used
     * @param maxViewers most viewers by it at a time, if limited
     * @param hasPassword whether it requires a password
     * @param ptz whether it allows to move the camera’s head
     * @param rewind how far back it lets viewers go
     */
    public record Link(
            String id,
            CameraName camera,
            ChatRole role,
            String label,
            long createdMillis,
            OptionalLong expiresAtMillis,
            OptionalLong revokedMillis,
            OptionalLong usedMillis,
            OptionalInt maxViewers,
            boolean hasPassword,
            boolean ptz,
            RewindRight rewind) {}

    /**
     * A link that was just created.
     *
     * @param id of the link
     * @param key not stored, so it cannot be shown again
     */
    public record Made(String id, String key) {

        /** Without the key. */
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** Creates a link; empty when there is no such camera. */
    public Optional<Made> create(CameraName camera, NewLink link) {
        return database.write(connection -> {
            Optional<CameraRecord> known = Cameras.find(connection, camera);
            return known.isEmpty()
                    ? Optional.<Made>empty()
                    : Optional.of(create(connection, known.get().id(), link));
        });
    }

    /** The links of one camera, or of all, newest first. */
    public List<Link> list(Optional<CameraName> camera) {
        return database.read(connection -> Row.all(
                connection,
                SELECT + (camera.isPresent() ? " WHERE c.name = ?" : "") + " ORDER BY l.created_at DESC, l.id",
                Links::link,
                camera.stream().map(CameraName::text).toArray()));
    }

    /** The link of that id. */
    public Optional<Link> find(String id) {
        return database.read(connection -> Row.first(connection, SELECT + " WHERE l.id = ?", Links::link, id));
    }

    /** Revokes a link; false when there is none or it was revoked before. */
    public boolean revoke(String id) {
        return database.write(connection -> Row.update(
                        connection,
                        "UPDATE link SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                        clock.millis(),
                        id))
                > 0;
    }

    /** Creates a link; its key is returned only here. */
    Made create(Connection connection, String cameraId, NewLink link) throws SQLException {
        deleteEnded(connection, cameraId);
        long count = Row.first(
                        connection,
                        "SELECT count(*) AS links FROM link WHERE camera_id = ?",
                        row -> row.number("links"),
                        cameraId)
                .orElse(0L);
        if (count >= MAX_LINKS) {
            throw new LimitReachedException("The camera has " + MAX_LINKS + " links. Revoke some first.");
        }
        Made made = new Made(secrets.base32(ID_BITS), secrets.base32(KEY_BITS));
        Row.update(
                connection,
                "INSERT INTO link (id, camera_id, kind, role, label, secret_hash, created_at, expires_at, max_viewers, password_hash, ptz, rewind_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                cameraId,
                KIND,
                link.role().wireName(),
                link.label(),
                Secrets.hash(made.key()),
                clock.millis(),
                link.expiresAtMillis().isPresent() ? link.expiresAtMillis().getAsLong() : null,
                link.maxViewers().isPresent() ? link.maxViewers().getAsInt() : null,
                link.passwordHash().orElse(null),
                link.ptz() ? 1 : 0,
                link.rewind().millis());
        return made;
    }

    /** Deletes all but the 100 newest links that have ended, so that the list stays bounded. */
    private void deleteEnded(Connection connection, String cameraId) throws SQLException {
        String ended = "SELECT id FROM link WHERE camera_id = ? AND (revoked_at IS NOT NULL OR expires_at < ?)"
                + " ORDER BY created_at DESC LIMIT 1000000 OFFSET 100";
        Row.update(
                connection,
                "DELETE FROM viewer_session_link WHERE link_id IN (" + ended + ")",
                cameraId,
                clock.millis());
        Row.update(connection, "DELETE FROM link WHERE id IN (" + ended + ")", cameraId, clock.millis());
    }

    private static Link link(Row row) throws SQLException {
        return new Link(
                row.text("id"),
                new CameraName(row.text("camera_name")),
                ChatRole.ofStored(row.text("role")),
                row.text("label"),
                row.number("created_at"),
                row.optionalNumber("expires_at"),
                row.optionalNumber("revoked_at"),
                row.optionalNumber("used_at"),
                row.optionalInt("max_viewers"),
                row.optionalText("password_hash").isPresent(),
                row.number("ptz") == 1,
                new RewindRight(row.number("rewind_ms")));
    }
}
