package dev.fanlight.relay.server;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.store.RelayStore;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks for files that a used state folder must have and has lost: a relay that makes them anew has forgotten what they held. Blocking.
 *
 * @param folder the state folder
 * @param hasFile whether the store is a file in it
 */
record StateFolderCheck(RelayStateFolder folder, boolean hasFile) {

    private static final Logger LOG = Logger.getLogger(StateFolderCheck.class.getName());

    static StateFolderCheck of(RelayStateFolder folder, RelayConfig config) {
        return new StateFolderCheck(folder, config.store().server().isEmpty());
    }

    /**
     * Checks before anything is written.
     *
     * @throws UserException when the database was emptied
     */
    void run() {
        boolean wasUsed = folder.size(ChatKey.FILE).isPresent();
        if (!hasFile) {
            return;
        }
        OptionalLong database = folder.size(RelayStore.FILE);
        if (wasUsed && database.isPresent() && database.getAsLong() == 0) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The database " + RelayStore.FILE + " in the state folder " + folder
                            + " is empty, though a relay has run with it. Restore it from a backup. Or remove it to begin"
                            + " without cameras, links and chats.");
        }
        if (wasUsed && database.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "There is no {0} in the state folder {1}, though a relay has run with it: this one begins without cameras, links and chats",
                    new Object[] {RelayStore.FILE, folder});
        }
        if (!wasUsed && database.isPresent() && database.getAsLong() > 0) {
            LOG.log(
                    Level.WARNING,
                    "There is no {0} in the state folder {1}: a new one is made, so chat users get new identities and address bans are lifted",
                    new Object[] {ChatKey.FILE, folder});
        }
    }
}
