package dev.fanlight.relay.backup;

import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.state.StateLock;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of files in a backup, and which files of a state folder belong into one. Stateless. */
final class BackupNames {

    /** The settings file. */
    static final String SETTINGS = "settings/relay.yaml";

    private static final String STATE = "state/";
    private static final Pattern SAFE = Pattern.compile("(state|settings)/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    /** Made anew by each start: the lock, and how the command line of this computer reaches the relay that runs. */
    private static final Set<String> OF_ONE_RUN = Set.of(StateLock.FILE, "admin.json");

    private BackupNames() {}

    /** Whether a name leads to a file of a backup and nowhere else. */
    static boolean isSafe(String name) {
        return SAFE.matcher(name).matches();
    }

    static String ofState(String file) {
        return STATE + file;
    }

    static boolean isState(String name) {
        return name.startsWith(STATE);
    }

    /** The name in the state folder of an entry that {@link #isState}. */
    static String file(String name) {
        return name.substring(STATE.length());
    }

    /** Whether a file of the state folder is copied as it is; the database is copied by itself, with what it has not yet written into its file. */
    static boolean isCopied(String file) {
        return !OF_ONE_RUN.contains(file) && !file.startsWith(RelayStore.FILE) && !file.endsWith(".new");
    }
}
