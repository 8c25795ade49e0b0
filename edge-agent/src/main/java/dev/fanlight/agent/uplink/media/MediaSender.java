package dev.fanlight.agent.uplink.media;

import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;

/** Moves access units from the queue to one socket while send window and socket have room. Event loop only. */
public final class MediaSender {

    /** Most bytes of backfill on their way: live media waits no longer than for these. */
    static final int MAX_LATE_BYTES = 64 * 1024;

    /** Backfill waits while live media is later than this. */
    static final Duration LATE = Duration.ofMillis(250);

    private final RelaySocket socket;
    private final PublishQueue queue;
    private final NanoClock clock;
    private final Backlog backlog;
    private final BackfillSender backfill;
    private final ArrivedVideo arrived = new ArrivedVideo();
    private final SendWindow window = new SendWindow();
    private final DeliveryRate delivered = new DeliveryRate();

    /** Sends from {@code queue} to {@code socket}, and what {@code backlog} holds while there is room left. */
    public MediaSender(RelaySocket socket, PublishQueue queue, Backlog backlog, NanoClock clock) {
        this.socket = socket;
        this.queue = queue;
        this.backlog = backlog;
        this.backfill = new BackfillSender(backlog);
        this.clock = clock;
    }

    public void send() {
        Optional<Outgoing> next = nextIfRoom();
        while (next.isPresent()) {
            send(next.get());
            next = nextIfRoom();
        }
        sendLate();
    }

    public void acknowledged(Ack ack) {
        if (ack.track() == BackfillGroup.TRACK) {
            backfill.stored(ack.sequence());
            return;
        }
        arrived.acknowledged(ack).ifPresent(backlog::arrived);
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

    private void sendLate() {
        long now = clock.nanoTime();
        boolean idle = !socket.isFull() && window.isOpen(now) && window.delayNanos(now) < LATE.toNanos();
        if (idle && window.lateBytes() < MAX_LATE_BYTES) {
            backfill.next(now).ifPresent(piece -> {
                window.sentLate(piece.length, now);
                socket.sendMedia(piece);
            });
        }
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
            arrived.sent(header);
            window.sent(header.track(), header.sequence(), message.length, clock.nanoTime());
            socket.sendMedia(message);
        }
    }
}
