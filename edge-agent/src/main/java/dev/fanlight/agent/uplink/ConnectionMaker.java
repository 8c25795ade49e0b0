package dev.fanlight.agent.uplink;

import dev.fanlight.agent.state.DeviceIdentity;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Puts the parts of one connection together. Event loop only. */
final class ConnectionMaker {

    private final Vertx vertx;
    private final DeviceIdentity identity;
    private final String version;
    private final Duration silence;
    private final PublishQueue queue;
    private final UplinkClocks clocks;
    private final UplinkConnection.Owner owner;
    private final UplinkListener listener;

    ConnectionMaker(
            Vertx vertx,
            DeviceIdentity identity,
            String version,
            Duration silence,
            PublishQueue queue,
            UplinkClocks clocks,
            UplinkConnection.Owner owner,
            UplinkListener listener) {
        this.vertx = vertx;
        this.identity = identity;
        this.version = version;
        this.silence = silence;
        this.queue = queue;
        this.clocks = clocks;
        this.owner = owner;
        this.listener = listener;
    }

    UplinkConnection make(RelaySocket socket) {
        MediaSender sender = new MediaSender(socket, queue, clocks.nano());
        Heartbeat heartbeat =
                new Heartbeat(vertx, socket, sender, clocks.nano(), clocks.media(), silence, this::onOffset);
        return new UplinkConnection(socket, identity, version, owner, sender, heartbeat);
    }

    private void onOffset(long micros) {
        listener.clockDiffers(Duration.of(micros, ChronoUnit.MICROS));
    }
}
