package dev.fanlight.relay.cli;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.LiveConfig;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.server.RelayServer;
import dev.fanlight.settings.Settings;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the settings of a running relay anew, and logs what has changed. Blocking, thread safe. */
final class SettingsReload {

    private static final Logger LOG = Logger.getLogger(SettingsReload.class.getName());

    private final RelayServer server;
    private final Supplier<Settings> source;
    private final Settings atStart;

    @GuardedBy("this")
    private Settings read;

    /**
     * For a relay that was started with {@code atStart}.
     *
     * @param source reads file, environment and options; throws {@link UserException} when they are wrong
     */
    SettingsReload(RelayServer server, Supplier<Settings> source, Settings atStart) {
        this.server = server;
        this.source = source;
        this.atStart = atStart;
        this.read = atStart;
    }

    /** Puts in force what can be; when anything is wrong, all stays as it is. */
    synchronized void run() {
        try {
            Settings next = source.get();
            var unused = RelayGateways.KINDS.configured(next);
            server.reconfigure(RelayConfig.of(next));
            report(next);
            read = next;
        } catch (UserException e) {
            LOG.log(
                    Level.WARNING,
                    "The settings were not reloaded, and those in force stay: {0}",
                    String.valueOf(e.getMessage()));
        }
    }

    @GuardedBy("this")
    private void report(Settings next) {
        NavigableSet<String> changed = only(read.differences(next), true);
        NavigableSet<String> waiting = only(atStart.differences(next), false);
        LOG.log(Level.INFO, "The settings were reloaded. In force now: {0}", list(changed));
        if (!waiting.isEmpty()) {
            LOG.log(Level.WARNING, "These settings have changed and need a restart: {0}", list(waiting));
        }
    }

    private static NavigableSet<String> only(Set<String> keys, boolean live) {
        NavigableSet<String> chosen = new TreeSet<>(keys);
        chosen.removeIf(key -> LiveConfig.KEYS.contains(key) != live);
        return chosen;
    }

    private static String list(NavigableSet<String> keys) {
        return keys.isEmpty() ? "nothing new" : String.join(", ", keys);
    }
}
