package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.wire.FlvBuffer;
import dev.fanlight.runtime.NanoClock;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One reader: its queue, and what it was sent. Event loop only. */
final class FlvViewer {

    private static final int CHECKS_OF_PROGRESS = 5;

    private final FlvConnection connection;
    private final NanoClock clock;
    private final RelayCounters counters;
    private final Duration stuck;
    private final FlvQueue queue = new FlvQueue();
    private Optional<FlvTracks> sent = Optional.empty();
    private long progressNanos;

    /**
     * A reader that is sent nothing yet.
     *
     * @param stuck how long it may take nothing of what waits for it before it is disconnected
     */
    FlvViewer(FlvConnection connection, NanoClock clock, RelayCounters counters, Duration stuck) {
        this.connection = connection;
        this.clock = clock;
        this.counters = counters;
        this.stuck = stuck;
    }

    FlvConnection connection() {
        return connection;
    }

    /** Begins with the cached frames, which the caller still owns. */
    void start(List<IndexedFrame> cached, Optional<FlvTracks> tracks) {
        connection.channel().onWritable(this::drain);
        progressNanos = clock.nanoTime();
        checkLater();
        tracks.ifPresent(known -> cached.forEach(frame -> add(frame, known)));
        drain();
    }

    /** Offers the next frame, which the caller still owns; returns whether the reader cannot go on without a key frame of its track. */
    boolean offer(IndexedFrame frame, FlvTracks tracks) {
        add(frame, tracks);
        drain();
        return frame.isVideo() && queue.isBroken(frame.track());
    }

    /** Drops what waits. */
    void close() {
        queue.close();
    }

    private void add(IndexedFrame frame, FlvTracks tracks) {
        if (tracks.writer(frame.track()).isPresent()) {
            int dropped = queue.add(frame, tracks, clock.nanoTime());
            counters.add(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER, dropped);
        }
    }

    private void drain() {
        boolean written = false;
        while (connection.channel().isWritable()) {
            Optional<FlvQueue.Waiting> next = queue.poll();
            if (next.isEmpty()) {
                break;
            }
            write(next.get());
            written = true;
        }
        if (written) {
            progressNanos = clock.nanoTime();
            connection.channel().flush();
        }
    }

    private void write(FlvQueue.Waiting next) {
        try {
            if (sent.filter(next.tracks()::equals).isEmpty()) {
                writeHeaders(next);
            }
            connection.write(next.frame().frame().in(next.tracks().form(connection.transport())));
            counters.increment(RelayCounter.FRAMES_OUT);
        } finally {
            next.frame().release();
        }
    }

    private void writeHeaders(FlvQueue.Waiting next) {
        byte[] headers = next.tracks().headers(sent, next.frame().frame().header());
        sent = Optional.of(next.tracks());
        if (headers.length > 0) {
            FlvBuffer buffer =
                    FlvBuffer.of(connection.transport(), List.of(ByteBuffer.wrap(headers)), ByteBufAllocator.DEFAULT);
            connection.write(buffer);
            buffer.release();
        }
    }

    private void checkLater() {
        connection.channel().after(stuck.dividedBy(CHECKS_OF_PROGRESS), this::check);
    }

    private void check() {
        if (connection.channel().isWritable()) {
            // Whether anything waits in the queue says nothing: what is too old is dropped.
            progressNanos = clock.nanoTime();
        } else if (clock.nanoTime() - progressNanos > stuck.toNanos()) {
            counters.increment(RelayCounter.VIEWERS_TOO_SLOW);
            connection.end(CloseReason.TOO_SLOW);
            return;
        }
        checkLater();
    }
}
