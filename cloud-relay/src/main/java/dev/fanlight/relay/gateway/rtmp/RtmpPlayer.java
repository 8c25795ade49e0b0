package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.ServerMessages;
import dev.fanlight.protocol.rtmp.StatusCode;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A peer that was admitted, while it watches: begins with the cached frames, and goes on at the next random access point after it was slower
 * than the stream. Event loop only.
 */
final class RtmpPlayer {

    private static final int CHECKS_OF_PROGRESS = 5;

    private final RtmpSocket socket;
    private final RtmpServices services;
    private final Consumer<RtmpMessage> end;
    private final int streamId;
    private final PlayedTime time = new PlayedTime();
    private final PlayedTracks tracks;
    private final QueuedReader reader;
    private long lastTaken;
    private boolean closed;

    private RtmpPlayer(
            RtmpSocket socket, RtmpServices services, LiveStream stream, int streamId, Consumer<RtmpMessage> end) {
        this.socket = socket;
        this.services = services;
        this.end = end;
        this.streamId = streamId;
        this.tracks = new PlayedTracks(streamId);
        this.lastTaken = services.relay().clock().nanoTime();
        this.reader = QueuedReader.open(
                stream,
                ReaderKind.VIEWER,
                ReaderLimits.LIVE,
                services.relay().clock(),
                services.relay().counters(),
                () -> socket.execute(this::drain));
    }

    /**
     * Sends the stream from the next task of the event loop on.
     *
     * @param end ends the connection with a reason
     */
    static RtmpPlayer start(
            RtmpSocket socket, RtmpServices services, LiveStream stream, int streamId, Consumer<RtmpMessage> end) {
        RtmpPlayer player = new RtmpPlayer(socket, services, stream, streamId, end);
        socket.onDrained(player::drain);
        socket.every(services.timeouts().silence().dividedBy(CHECKS_OF_PROGRESS), player::checkProgress);
        player.socket.execute(player::drain);
        return player;
    }

    /** Sends no more; does nothing the second time. */
    void close() {
        if (!closed) {
            closed = true;
            reader.close();
        }
    }

    private void drain() {
        while (!socket.isFull() && !closed) {
            lastTaken = services.relay().clock().nanoTime();
            Optional<ReaderEvent> next = reader.poll();
            if (next.isEmpty()) {
                return;
            }
            take(next.get());
        }
    }

    private void take(ReaderEvent event) {
        if (event instanceof ReaderEvent.Tracks announced) {
            tracks.announced(announced.tracks(), time.now()).forEach(socket::send);
            if (tracks.isEmpty()) {
                end(StatusCode.PLAY_FAILED, "RTMP cannot carry the codecs of this camera.");
            }
        } else if (event instanceof ReaderEvent.Frame frame) {
            send(frame.frame());
        } else if (event instanceof ReaderEvent.End) {
            end(StatusCode.PLAY_ENDED, "The camera was renamed or removed.");
        }
    }

    private void send(IndexedFrame frame) {
        try {
            tracks.unit(frame, time.place(frame.frame().header())).ifPresent(message -> {
                socket.send(message);
                services.relay().counters().increment(RelayCounter.FRAMES_OUT);
            });
        } finally {
            frame.release();
        }
    }

    private void checkProgress() {
        Duration limit = services.timeouts().silence();
        if (socket.isFull() && services.relay().clock().nanoTime() - lastTaken > limit.toNanos()) {
            services.relay().counters().increment(RelayCounter.VIEWERS_TOO_SLOW);
            socket.cut();
        }
    }

    private void end(StatusCode code, String sentence) {
        socket.send(ServerMessages.streamEnd(streamId));
        end.accept(ServerMessages.status(streamId, code, sentence));
    }
}
