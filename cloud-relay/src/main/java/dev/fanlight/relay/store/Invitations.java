package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Invitations of cameras: one-time join codes for agents, with links for viewers. Blocking, thread safe. */
public final class Invitations {

    /** How long a code is valid. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(15);

    /** Most valid codes of one camera. */
    public static final int MAX_OPEN_CODES = 3;

    private final Database database;
    private final Cameras cameras;
    private final Links links;
    private final Secrets secrets;
    private final Clock clock;

    /** Invitations in {@code database}. */
    public Invitations(Database database, Cameras cameras, Links links, Secrets secrets, Clock clock) {
        this.database = database;
        this.cameras = cameras;
        this.links = links;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A new invitation; only hashes of its secrets are stored.
     *
     * @param code identifies the invitation
     * @param secret proves possession of it
     * @param watchKey key of a new link, if one was created
     */
    public record Invitation(String code, String secret, Optional<String> watchKey) {

        @Override
        public String toString() {
            return "Invitation[code=" + code + "]";
        }
    }

    /**
     * Invites a camera, which is created if it does not exist.
     *
     * @param newLink whether to create a link even if the camera exists already
     * @throws LimitReachedException when the camera has {@link #MAX_OPEN_CODES} open codes
     */
    public Invitation invite(CameraName name, boolean newLink) {
        return database.write(connection -> {
            boolean isNew = Cameras.find(connection, name).isEmpty();
            CameraRecord camera = cameras.findOrCreate(connection, name);
            checkLimit(connection, camera);
            String code = secrets.base32(JoinLink.CODE_BITS);
            String secret = secrets.base32(JoinLink.SECRET_BITS);
            Row.update(
                    connection,
                    "INSERT INTO join_code (code, camera_id, secret_hash, created_at, expires_at, wrong_tries)"
                            + " VALUES (?, ?, ?, ?, ?, 0)",
                    code,
                    camera.id(),
                    Secrets.hash(secret),
                    clock.millis(),
                    clock.millis() + CODE_LIFE.toMillis());
            Optional<String> key = isNew || newLink
                    ? Optional.of(links.create(connection, camera.id(), Links.NewLink.plain(ChatRole.CHATTER))
                            .key())
                    : Optional.empty();
            return new Invitation(code, secret, key);
        });
    }

    private void checkLimit(Connection connection, CameraRecord camera) throws SQLException {
        long now = clock.millis();
        Row.update(
                connection,
                "DELETE FROM join_code WHERE expires_at < ?",
                now - Duration.ofDays(1).toMillis());
        int open = Row.all(
                        connection,
                        "SELECT code FROM join_code WHERE camera_id = ? AND used_at IS NULL AND wrong_tries < ? AND expires_at > ?",
                        row -> row.text("code"),
                        camera.id(),
                        Devices.MAX_WRONG_TRIES,
                        now)
                .size();
        if (open >= MAX_OPEN_CODES) {
            throw new LimitReachedException("The camera \"" + camera.name() + "\" has " + open
                    + " codes open already. Use one of them, or wait 15 minutes until they end.");
        }
    }
}
