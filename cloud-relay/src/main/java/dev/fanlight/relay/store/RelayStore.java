package dev.fanlight.relay.store;

import dev.fanlight.identity.Secrets;
import java.time.Clock;

/**
 * Everything the relay keeps, in one database. Thread safe.
 *
 * @param database where it is kept
 * @param cameras who is watched
 * @param links who may watch
 * @param viewerSessions what watch pages hold
 * @param owner who manages
 * @param tokens programs of the owner
 * @param grants who may do what
 * @param audit who did what
 * @param invitations how cameras come in
 * @param devices who may publish
 * @param publishKeys who else may publish
 * @param chatLines what was said
 * @param chatModeration what moderators did about it
 */
public record RelayStore(
        Database database,
        Cameras cameras,
        Links links,
        ViewerSessions viewerSessions,
        OwnerAccount owner,
        ApiTokens tokens,
        StoredGrants grants,
        AuditEntries audit,
        Invitations invitations,
        Devices devices,
        PublishKeys publishKeys,
        ChatLines chatLines,
        ChatModeration chatModeration)
        implements AutoCloseable {

    /** Name of the SQLite file in the state folder. */
    public static final String FILE = "relay.db";

    /** Opens a database, creating or migrating its tables if need be. Blocking. */
    public static RelayStore open(Dialect dialect, Secrets secrets, Clock clock) {
        Database database = Database.open(dialect);
        Cameras cameras = new Cameras(database, secrets, clock);
        Links links = new Links(database, secrets, clock);
        return new RelayStore(
                database,
                cameras,
                links,
                new ViewerSessions(database, secrets, clock),
                new OwnerAccount(database, secrets, clock),
                new ApiTokens(database, secrets, clock),
                new StoredGrants(database, clock),
                new AuditEntries(database, clock),
                new Invitations(database, cameras, links, secrets, clock),
                new Devices(database, cameras, secrets, clock),
                new PublishKeys(database, secrets, clock),
                new ChatLines(database, clock),
                new ChatModeration(database));
    }

    @Override
    public void close() {
        database.close();
    }
}
