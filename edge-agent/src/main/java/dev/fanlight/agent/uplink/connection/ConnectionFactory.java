package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.uplink.media.Backlog;
import dev.fanlight.agent.uplink.media.MediaSender;
import dev.fanlight.agent.uplink.media.PublishQueue;
import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.protocol.Features;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Puts the parts of one connection together. Event loop only. */
final class ConnectionFactory {

    private final Vertx vertx;
    private final KeySelection choice;
    private final String version;
    private final Duration heartbeat;
    private final Duration silence;
    private final PublishQueue queue;
    private final Backlog backlog;
    private final UplinkClocks clocks;
    private final UplinkConnection.Owner owner;
    private final UplinkListener listener;

    ConnectionFactory(
            Vertx vertx,
            KeySelection choice,
            String version,
            Duration heartbeat,
            Duration silence,
            PublishQueue queue,
            Backlog backlog,
            UplinkClocks clocks,
            UplinkConnection.Owner owner,
            UplinkListener listener) {
        this.vertx = vertx;
        this.choice = choice;
        this.version = version;
        this.heartbeat = heartbeat;
        this.silence = silence;
        this.queue = queue;
        this.backlog = backlog;
        this.clocks = clocks;
        this.owner = owner;
        this.listener = listener;
    }

    UplinkConnection make(RelaySocket socket) {
        MediaSender sender = new MediaSender(socket, queue, backlog, clocks.nano());
        Heartbeat supervision =
                new Heartbeat(vertx, socket, sender, clocks.nano(), clocks.media(), heartbeat, silence, this::onOffset);
        KeyRotation rotation = new KeyRotation(vertx, socket, choice.keys(), listener);
        return new UplinkConnection(
                socket, choice.identity(), version, features(), owner, sender, supervision, rotation);
    }

    private Features features() {
        List<String> names =
                backlog.isOn() ? List.of(Features.WATCHING, Features.BACKFILL) : List.of(Features.WATCHING);
        return new Features(names);
    }

    private void onOffset(long micros) {
        long correction = clocks.media().micros()
                - ChronoUnit.MICROS.between(Instant.EPOCH, clocks.wall().instant());
        listener.clockDiffers(Duration.of(micros + correction, ChronoUnit.MICROS));
    }
}
