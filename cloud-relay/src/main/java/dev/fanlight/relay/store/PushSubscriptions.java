package dev.fanlight.relay.store;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.webpush.PushStore;
import dev.fanlight.relay.webpush.PushSubscription;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Browsers of the owner that are notified, and by what push services know the relay. Blocking, thread safe. */
public final class PushSubscriptions implements PushStore {

    /** Most browsers that are notified. */
    public static final int MAX = 20;

    private static final int ID_BITS = 40;

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    /** Those of {@code database}. */
    public PushSubscriptions(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public String add(String session, String browser, PushSubscription.Target target) {
        String id = secrets.base32(ID_BITS);
        database.write(connection -> {
            Row.update(
                    connection,
                    "DELETE FROM push_subscription WHERE endpoint = ? OR session_id = ?",
                    target.endpoint().toString(),
                    session);
            int inserted = Row.update(
                    connection,
                    "INSERT INTO push_subscription (id, session_id, browser, endpoint, public_key, secret, created_at)"
                            + " SELECT ?, ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM push_subscription) < ?",
                    id,
                    session,
                    browser,
                    target.endpoint().toString(),
                    target.publicKey(),
                    target.secret(),
                    clock.millis(),
                    MAX);
            if (inserted == 0) {
                throw new LimitReachedException("There are " + MAX + " browsers already. Remove one first.");
            }
            return inserted;
        });
        return id;
    }

    @Override
    public List<PushSubscription> all() {
        return database.read(connection -> Row.all(
                connection,
                "SELECT * FROM push_subscription ORDER BY created_at, id",
                PushSubscriptions::subscription));
    }

    @Override
    public boolean remove(String id) {
        return database.write(connection -> Row.update(connection, "DELETE FROM push_subscription WHERE id = ?", id))
                > 0;
    }

    @Override
    public KeyTexts key(KeyTexts fresh) {
        database.write(connection -> Row.update(
                connection,
                "INSERT INTO push_key (only_one, public_key, private_key) VALUES (1, ?, ?) ON CONFLICT (only_one) DO NOTHING",
                fresh.publicKey(),
                fresh.privateKey()));
        return key().orElseThrow();
    }

    @Override
    public Optional<KeyTexts> key() {
        return database.read(connection -> Row.first(
                connection,
                "SELECT * FROM push_key",
                row -> new KeyTexts(row.text("public_key"), row.text("private_key"))));
    }

    private static PushSubscription subscription(Row row) throws SQLException {
        return new PushSubscription(
                row.text("id"),
                row.text("session_id"),
                row.text("browser"),
                row.number("created_at"),
                new PushSubscription.Target(
                        URI.create(row.text("endpoint")), row.text("public_key"), row.text("secret")));
    }
}
