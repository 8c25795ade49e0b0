package dev.fanlight.relay.gateway.tcp;

import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads a stream for a player as fast as its connection takes it: begins with the cached frames, and goes on at the next random access point
 * after the player was slower than the stream. Cuts the connection of a player that takes nothing. Event loop only.
 */
public final class PacedReader {

    private static final int CHECKS_OF_PROGRESS = 5;

    private final TcpSocket socket;
    private final GatewayContext relay;
    private final Duration patience;
    private final Output output;
    private final QueuedReader reader;
    private long lastTaken;
    private boolean closed;

    private PacedReader(
            TcpSocket socket,
            GatewayContext relay,
            LiveStream stream,
            Duration patience,
            Output output,
            ReaderKind kind) {
        this.socket = socket;
        this.relay = relay;
        this.patience = patience;
        this.output = output;
        this.lastTaken = relay.clock().nanoTime();
        this.reader = QueuedReader.open(
                stream, kind, ReaderLimits.LIVE, relay.clock(), relay.counters(), () -> socket.execute(this::drain));
    }

    /** What sends the stream to the player. Event loop only. */
    public interface Output {

        /** The tracks of the frames that follow. */
        void tracks(TrackSet tracks);

        /**
         * Sends an access unit.
         *
         * @param frame valid during the call
         * @return whether its track is sent at all
         */
        boolean frame(IndexedFrame frame);

        /** The stream has ended for good. */
        void end();
    }

    /**
     * Sends the stream from the next task of the event loop on.
     *
     * @param patience for how long the player may take nothing of what waits for it
     * @param kind by which protocol it plays
     */
    public static PacedReader start(
            TcpSocket socket,
            GatewayContext relay,
            LiveStream stream,
            Duration patience,
            Output output,
            ReaderKind kind) {
        PacedReader reader = new PacedReader(socket, relay, stream, patience, output, kind);
        socket.onDrained(reader::drain);
        reader.checkLater();
        socket.execute(reader::drain);
        return reader;
    }

    /** Sends no more; does nothing the second time. */
    public void close() {
        if (!closed) {
            closed = true;
            reader.close();
        }
    }

    private void drain() {
        while (!socket.isFull() && !closed) {
            lastTaken = relay.clock().nanoTime();
            Optional<ReaderEvent> next = reader.poll();
            if (next.isEmpty()) {
                return;
            }
            take(next.get());
        }
    }

    private void take(ReaderEvent event) {
        if (event instanceof ReaderEvent.Tracks announced) {
            output.tracks(announced.tracks());
        } else if (event instanceof ReaderEvent.Frame frame) {
            send(frame.frame());
        } else if (event instanceof ReaderEvent.End) {
            output.end();
        }
    }

    private void send(IndexedFrame frame) {
        try {
            if (output.frame(frame)) {
                relay.counters().increment(RelayCounter.FRAMES_OUT);
            }
        } finally {
            frame.release();
        }
    }

    private void checkLater() {
        socket.after(patience.dividedBy(CHECKS_OF_PROGRESS), () -> {
            if (!closed) {
                checkProgress();
                checkLater();
            }
        });
    }

    private void checkProgress() {
        if (socket.isFull() && relay.clock().nanoTime() - lastTaken > patience.toNanos()) {
            relay.counters().increment(RelayCounter.VIEWERS_TOO_SLOW);
            socket.cut();
        }
    }
}
