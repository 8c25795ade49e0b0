package dev.fanlight.relay.server;

import dev.fanlight.relay.component.Component;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Warns every minute of a port without TLS that other computers can reach. */
final class PlainWarning implements Component {

    private static final Logger LOG = Logger.getLogger(PlainWarning.class.getName());
    private static final long EVERY_MILLIS = 60_000;

    private final Vertx vertx;
    private final String address;

    // Starting and stopping thread.
    private long timer;

    PlainWarning(Vertx vertx, String address) {
        this.vertx = vertx;
        this.address = address;
    }

    @Override
    public String name() {
        return "plain-warning";
    }

    @Override
    public void start() {
        warn();
        timer = vertx.setPeriodic(EVERY_MILLIS, id -> warn());
    }

    @Override
    public void stop(Duration limit) {
        vertx.cancelTimer(timer);
    }

    private void warn() {
        LOG.log(
                Level.WARNING,
                "Without TLS on {0} (http.insecure): anyone on the network path can watch, listen and copy the links",
                address);
    }
}
