package dev.fanlight.relay.store;

import dev.fanlight.identity.Secrets;
import java.time.Clock;

/**
 * The relay’s persistent data in one database. Thread safe.
 *
 * @param database the database
 * @param cameras cameras and their settings
 * @param links links by which people watch
 * @param viewerSessions sessions of watch pages
 * @param owner the owner’s account
 * @param tokens API tokens
 * @param grants queries of rights
 * @param audit the audit log
 * @param invitations join codes
 * @param devices enrolled devices
 * @param publishKeys keys of publishers other than devices
 * @param chatLines chat lines and names
 * @param chatModeration removed lines, sanctions and modes
 * @param recordings where recordings lie
 * @param clips what was cut out of recordings
 * @param push browsers that are notified
 * @param revocations takes rights back, also when nothing can be written
 * @param unstoredSessions sessions that could not be written
 * @param unstored other changes that could not be written: apart, so that viewers cannot use up the places of revocations
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
        ChatModeration chatModeration,
        Recordings recordings,
        Clips clips,
        PushSubscriptions push,
        Revocations revocations,
        UnstoredChanges unstoredSessions,
        UnstoredChanges unstored)
        implements AutoCloseable {

    /** Name of the SQLite file in the state folder. */
    public static final String FILE = "relay.db";

    /** Opens a database and creates or migrates its tables. Blocking. */
    public static RelayStore open(Dialect dialect, Secrets secrets, Clock clock) {
        Database database = Database.open(dialect);
        Cameras cameras = new Cameras(database, secrets, clock);
        Links links = new Links(database, secrets, clock);
        UnstoredChanges unstored = new UnstoredChanges();
        Revocations revocations = new Revocations(unstored);
        UnstoredChanges unstoredSessions = new UnstoredChanges();
        ViewerSessions viewerSessions = new ViewerSessions(database, secrets, clock, unstoredSessions);
        return new RelayStore(
                database,
                cameras,
                links,
                viewerSessions,
                new OwnerAccount(database, secrets, clock),
                new ApiTokens(database, secrets, clock),
                new StoredGrants(database, clock, revocations, viewerSessions),
                new AuditEntries(database),
                new Invitations(database, cameras, links, secrets, clock),
                new Devices(database, cameras, secrets, clock),
                new PublishKeys(database, secrets, clock),
                new ChatLines(database, clock),
                new ChatModeration(database),
                new Recordings(database),
                new Clips(database, secrets, clock),
                new PushSubscriptions(database, secrets, clock),
                revocations,
                unstoredSessions,
                unstored);
    }

    /** Whether it can be written. */
    public StoreHealth health() {
        return database.health();
    }

    /**
     * Writes what could not be written before. Blocking.
     *
     * @return whether nothing is left
     */
    public boolean storeRest() {
        try {
            boolean stored = unstored.store();
            return unstoredSessions.store() && stored;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
