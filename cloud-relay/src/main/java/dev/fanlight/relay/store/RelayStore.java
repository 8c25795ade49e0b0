package dev.fanlight.relay.store;

import dev.fanlight.identity.Secrets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Everything the relay keeps, behind one file. Thread safe.
 *
 * @param database the file
 * @param cameras who is watched
 * @param links who may watch
 * @param invitations how cameras come in
 * @param devices who may publish
 * @param listeners where the relay listens
 * @param chatLines what was said
 * @param chatModeration what moderators did about it
 */
public record RelayStore(
        Database database,
        Cameras cameras,
        Links links,
        Invitations invitations,
        Devices devices,
        Listeners listeners,
        ChatLines chatLines,
        ChatModeration chatModeration)
        implements AutoCloseable {

    /** Name of the file in the state folder. */
    public static final String FILE = "relay.db";

    /** Opens the file, creating its tables if need be. Blocking. */
    public static RelayStore open(Path file, Secrets secrets, Clock clock) {
        Database database = Database.open(file);
        Cameras cameras = new Cameras(database, clock);
        Links links = new Links(database, secrets, clock);
        return new RelayStore(
                database,
                cameras,
                links,
                new Invitations(database, cameras, links, secrets, clock),
                new Devices(database, secrets, clock),
                new Listeners(database, clock),
                new ChatLines(database, clock),
                new ChatModeration(database));
    }

    @Override
    public void close() {
        database.close();
    }
}
