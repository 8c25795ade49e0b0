package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.GrantStore;
import dev.fanlight.relay.auth.LinkGrant;
import dev.fanlight.relay.auth.Principal.ByHost;
import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.auth.Principal.ByToken;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.auth.Principal.Proof;
import dev.fanlight.relay.auth.Principal.PublishKey;
import dev.fanlight.relay.auth.RewindRight;
import dev.fanlight.relay.auth.Visibility;
import dev.fanlight.relay.store.Revocations.Kind;
import dev.fanlight.relay.stream.PauseState;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stored rights, read anew for each query. Blocking, thread safe. */
public final class StoredGrants implements GrantStore {

    private static final String LINK =
            "SELECT l.*, c.name AS camera_name FROM link l JOIN camera c ON c.id = l.camera_id"
                    + " WHERE l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > ?) AND ";

    private final Database database;
    private final Clock clock;
    private final Revocations revoked;
    private final ViewerSessions sessions;

    /** The rights in {@code database}, without those that are {@code revoked}, and with the {@code sessions} that it refused. */
    StoredGrants(Database database, Clock clock, Revocations revoked, ViewerSessions sessions) {
        this.database = database;
        this.clock = clock;
        this.revoked = revoked;
        this.sessions = sessions;
    }

    @Override
    public Optional<CameraAccess> camera(String nameOrId) {
        Optional<CameraAccess> stored = database.read(connection -> Row.first(
                connection,
                CameraRecord.SELECT + " LEFT JOIN camera_alias a ON a.camera_id = c.id AND a.name = ?"
                        + " WHERE c.name = ? OR a.name = ? OR (c.unlisted_id = ? AND c.visibility = 'unlisted')"
                        + " ORDER BY CASE WHEN c.name = ? THEN 0 ELSE 1 END LIMIT 1",
                row -> access(nameOrId, CameraRecord.of(row)),
                nameOrId,
                nameOrId,
                nameOrId,
                nameOrId,
                nameOrId));
        return stored.filter(
                access -> !revoked.isTaken(Kind.CAMERA, access.camera().text()));
    }

    @Override
    public Optional<LinkGrant> linkOfKey(String keyHash) {
        Optional<LinkGrant> stored = database.read(connection ->
                Row.first(connection, LINK + "l.secret_hash = ?", StoredGrants::link, clock.millis(), keyHash));
        return stored.filter(this::isValid);
    }

    @Override
    public Optional<LinkGrant> link(String id) {
        Optional<LinkGrant> stored = database.read(
                connection -> Row.first(connection, LINK + "l.id = ?", StoredGrants::link, clock.millis(), id));
        return stored.filter(this::isValid);
    }

    @Override
    public List<LinkGrant> linksOfSession(String secretHash) {
        List<LinkGrant> stored = database.read(connection -> Row.all(
                connection,
                LINK + "l.id IN (SELECT sl.link_id FROM viewer_session_link sl JOIN viewer_session s"
                        + " ON s.secret_hash = sl.secret_hash WHERE s.secret_hash = ? AND s.used_at > ?)",
                StoredGrants::link,
                clock.millis(),
                secretHash,
                clock.millis() - ViewerSessions.IDLE.toMillis()));
        Stream<LinkGrant> unstored = sessions.unstoredLinks(secretHash).stream().flatMap(id -> link(id).stream());
        return Stream.concat(stored.stream().filter(this::isValid), unstored)
                .distinct()
                .toList();
    }

    @Override
    public Optional<Owner> ownerSession(String secretHash) {
        return database.read(connection -> Row.first(
                        connection,
                        "SELECT id FROM owner_session WHERE secret_hash = ? AND used_at > ? AND created_at > ?",
                        row -> new Owner(new BySession(row.text("id"))),
                        secretHash,
                        clock.millis() - OwnerAccount.IDLE.toMillis(),
                        clock.millis() - OwnerAccount.LIFE.toMillis()))
                .filter(owner -> isUntaken(owner.by()));
    }

    @Override
    public void touchViewerSession(String secretHash) {
        long now = clock.millis();
        String due = " FROM viewer_session WHERE secret_hash = ? AND used_at > ? AND used_at <= ?";
        Object[] when = {
            secretHash, now - ViewerSessions.IDLE.toMillis(), now - ViewerSessions.TOUCH_INTERVAL.toMillis()
        };
        boolean isDue = database.read(connection -> Row.first(connection, "SELECT secret_hash" + due, row -> true, when)
                .isPresent());
        if (isDue) {
            database.tryToWrite(connection -> Row.update(
                    connection, "UPDATE viewer_session SET used_at = ? WHERE secret_hash = ?", now, secretHash));
        }
    }

    @Override
    public void touchOwnerSession(String id) {
        database.tryToWrite(connection ->
                Row.update(connection, "UPDATE owner_session SET used_at = ? WHERE id = ?", clock.millis(), id));
    }

    @Override
    public Optional<Owner> ownerOfToken(String tokenHash) {
        long now = clock.millis();
        Optional<Owner> owner = database.read(connection -> Row.first(
                        connection,
                        "SELECT id, read_only FROM api_token WHERE secret_hash = ? AND (expires_at IS NULL OR expires_at > ?)",
                        row -> new Owner(new ByToken(row.text("id"), row.number("read_only") == 1)),
                        tokenHash,
                        now))
                .filter(found -> isUntaken(found.by()));
        owner.ifPresent(found -> database.tryToWrite(connection ->
                Row.update(connection, "UPDATE api_token SET used_at = ? WHERE secret_hash = ?", now, tokenHash)));
        return owner;
    }

    @Override
    public boolean isOwner(Proof proof) {
        if (!isUntaken(proof)) {
            return false;
        }
        if (proof instanceof BySession session) {
            return exists(
                    "SELECT id FROM owner_session WHERE id = ? AND created_at > ?",
                    session.id(),
                    clock.millis() - OwnerAccount.LIFE.toMillis());
        }
        if (proof instanceof ByToken token) {
            return exists(
                    "SELECT id FROM api_token WHERE id = ? AND (expires_at IS NULL OR expires_at > ?)",
                    token.id(),
                    clock.millis());
        }
        return proof instanceof ByHost;
    }

    @Override
    public boolean isDevice(String id, CameraName camera) {
        return !revoked.isTaken(Kind.DEVICE, id)
                && exists(
                        "SELECT d.id FROM device d JOIN camera c ON c.id = d.camera_id WHERE d.id = ? AND c.name = ?"
                                + " AND d.state = 'active'",
                        id,
                        camera.text());
    }

    @Override
    public Optional<PublishKey> publishKey(String secretHash) {
        return publishKeyWhere("k.secret_hash = ?", secretHash);
    }

    @Override
    public Optional<PublishKey> publishKeyWithId(String id) {
        return publishKeyWhere("k.id = ?", id);
    }

    private Optional<PublishKey> publishKeyWhere(String condition, String value) {
        Optional<PublishKey> stored = database.read(connection -> Row.first(
                connection,
                "SELECT k.id, c.name FROM publish_key k JOIN camera c ON c.id = k.camera_id WHERE " + condition
                        + " AND k.revoked_at IS NULL",
                row -> new PublishKey(row.text("id"), new CameraName(row.text("name"))),
                value));
        return stored.filter(key -> !revoked.isTaken(Kind.PUBLISH_KEY, key.id()));
    }

    @Override
    public void touchPublishKey(String id) {
        long now = clock.millis();
        database.tryToWrite(connection -> Row.update(
                connection,
                "UPDATE publish_key SET used_at = ? WHERE id = ? AND (used_at IS NULL OR used_at <= ?)",
                now,
                id,
                now - PublishKeys.TOUCH_INTERVAL.toMillis()));
    }

    @Override
    public boolean isPublishKey(String id, CameraName camera) {
        return !revoked.isTaken(Kind.PUBLISH_KEY, id)
                && exists(
                        "SELECT k.id FROM publish_key k JOIN camera c ON c.id = k.camera_id WHERE k.id = ? AND c.name = ?"
                                + " AND k.revoked_at IS NULL",
                        id,
                        camera.text());
    }

    private boolean exists(String sql, Object... parameters) {
        return database.read(connection -> Row.first(connection, sql, row -> row.text("id"), parameters))
                .isPresent();
    }

    private boolean isValid(LinkGrant link) {
        return !revoked.isTaken(Kind.LINK, link.id())
                && !revoked.isTaken(Kind.CAMERA, link.camera().text());
    }

    private boolean isUntaken(Proof proof) {
        if (proof instanceof BySession session) {
            return !revoked.isTaken(Kind.OWNER_SESSION, session.id());
        }
        return !(proof instanceof ByToken token) || !revoked.isTaken(Kind.TOKEN, token.id());
    }

    private CameraAccess access(String asked, CameraRecord camera) {
        boolean closed = revoked.isTaken(Kind.VISITORS, camera.name().text());
        return new CameraAccess(
                camera.name(),
                camera.title(),
                closed ? Visibility.PRIVATE : camera.visibility(),
                !closed && camera.longId().filter(asked::equals).isPresent(),
                camera.visitors(),
                new PauseState(camera.isPaused(), camera.pauseVersion()),
                camera.preview(),
                camera.transcode());
    }

    private static LinkGrant link(Row row) throws SQLException {
        return new LinkGrant(
                row.text("id"),
                new CameraName(row.text("camera_name")),
                ChatRole.ofStored(row.text("role")),
                row.optionalNumber("expires_at"),
                row.optionalInt("max_viewers"),
                row.optionalText("password_hash"),
                row.number("ptz") == 1,
                new RewindRight(row.number("rewind_ms")),
                row.text("label"));
    }
}
