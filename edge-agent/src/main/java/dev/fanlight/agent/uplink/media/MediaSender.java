package dev.fanlight.agent.uplink.media;

import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.Ack;
import dev.fanlight.runtime.NanoClock;
import java.util.Optional;

/** Moves access units from the queue to one socket while send window and socket have room. Event loop only. */
public final class MediaSender {

    private final RelaySocket socket;
    private final PublishQueue queue;
    private final NanoClock clock;
    private final SendWindow window = new SendWindow();
    private final DeliveryRate delivered = new DeliveryRate();

    /** Sends from {@code queue} to {@code socket}. */
    public MediaSender(RelaySocket socket, PublishQueue queue, NanoClock clock) {
        this.socket = socket;
        this.queue = queue;
        this.clock = clock;
    }

    public void send() {
        Optional<Outgoing> next = nextIfRoom();
        while (next.isPresent()) {
            send(next.get());
            next = nextIfRoom();
        }
    }

    public void acknowledged(Ack ack) {
        window.acknowledged(ack.track(), ack.sequence(), clock.nanoTime());
        send();
    }

    /** How it goes since the last call; {@code dropped} is whether the queue has dropped anything meanwhile. */
    public UplinkAdaptation.Observation observe(boolean dropped) {
        long now = clock.nanoTime();
        delivered.observe(now, window.acknowledgedBytes());
        return new UplinkAdaptation.Observation(window.delayNanos(now), dropped, delivered.bitsPerSecond());
    }

    /** How long the oldest unacknowledged access unit has been in flight, ns. */
    public long oldestNanos() {
        return window.oldestNanos(clock.nanoTime());
    }

    private Optional<Outgoing> nextIfRoom() {
        boolean room = !socket.isFull() && window.isOpen(clock.nanoTime());
        return room ? queue.poll() : Optional.empty();
    }

    private void send(Outgoing next) {
        if (next instanceof Outgoing.Announcement announcement) {
            socket.send(announcement.tracks());
        } else if (next instanceof Outgoing.Media media) {
            byte[] message = media.message();
            MediaHeader header = media.header();
            window.sent(header.track(), header.sequence(), message.length, clock.nanoTime());
            socket.sendMedia(message);
        }
    }
}
