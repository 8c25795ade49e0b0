package dev.fanlight.relay.server;

import dev.fanlight.relay.admin.api.Endpoints;
import dev.fanlight.relay.component.Component;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets calls of the API end before what they write to is stopped: what was changed is in the audit log then.
 *
 * @param api answers them
 */
record ApiCalls(Endpoints api) implements Component {

    private static final Logger LOG = Logger.getLogger(ApiCalls.class.getName());

    /** What is still being answered must not use up the time of the components that follow. */
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "api-calls";
    }

    @Override
    public void start() {
        // Calls come once a listener runs.
    }

    @Override
    public void stop(Duration limit) {
        if (!api.awaitEnd(limit.compareTo(DRAIN_LIMIT) < 0 ? limit : DRAIN_LIMIT)) {
            LOG.log(Level.WARNING, "Calls of the API did not end in time");
        }
    }
}
