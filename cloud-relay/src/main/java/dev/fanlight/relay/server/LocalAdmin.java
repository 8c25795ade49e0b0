package dev.fanlight.relay.server;

import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.config.LocalAdminFile;
import dev.fanlight.relay.config.RelayStateFolder;
import java.time.Duration;

/**
 * Writes down for the command line of this computer where the running relay listens for it.
 *
 * @param listener the port for it
 * @param token what its requests show
 * @param folder where the file is
 */
record LocalAdmin(PortListener listener, String token, RelayStateFolder folder) implements Component {

    @Override
    public String name() {
        return "local-admin";
    }

    @Override
    public void start() {
        new LocalAdminFile(listener.port(), token).write(folder);
    }

    @Override
    public void stop(Duration limit) {
        // The next start overwrites the file; until then its port is closed.
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "LocalAdmin";
    }
}
