package dev.fanlight.agent.uplink.media;

import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.Ack;
import dev.fanlight.runtime.NanoClock;
import java.util.Optional;

/** Moves pictures from the queue to one socket while window and socket have room. Event loop only. */
final class MediaSender {

    private final RelaySocket socket;
    private final PublishQueue queue;
    private final NanoClock clock;
    private final SendWindow window = new SendWindow();

    MediaSender(RelaySocket socket, PublishQueue queue, NanoClock clock) {
        this.socket = socket;
        this.queue = queue;
        this.clock = clock;
    }

    void pump() {
        Optional<Outgoing> next = nextIfRoom();
        while (next.isPresent()) {
            send(next.get());
            next = nextIfRoom();
        }
    }

    void acknowledged(Ack ack) {
        window.acknowledged(ack.track(), ack.sequence(), clock.nanoTime());
        pump();
    }

    /** How late the oldest unacknowledged picture is, ns. */
    long delayNanos() {
        return window.delayNanos(clock.nanoTime());
    }

    /** How long the oldest unacknowledged picture is on its way, ns. */
    long oldestNanos() {
        return window.oldestNanos(clock.nanoTime());
    }

    private Optional<Outgoing> nextIfRoom() {
        boolean room = !socket.isFull() && window.isOpen(clock.nanoTime());
        return room ? queue.poll() : Optional.empty();
    }

    private void send(Outgoing next) {
        if (next instanceof Outgoing.Announcement announcement) {
            socket.send(announcement.tracks());
        } else if (next instanceof Outgoing.Picture picture) {
            byte[] message = picture.message();
            MediaHeader header = picture.header();
            window.sent(header.track(), header.sequence(), message.length, clock.nanoTime());
            socket.sendMedia(message);
        }
    }
}
