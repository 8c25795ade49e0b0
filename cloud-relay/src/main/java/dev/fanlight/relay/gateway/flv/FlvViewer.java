package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.ProgressCheck;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.wire.StreamBuffer;
import dev.fanlight.runtime.NanoClock;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** One reader: its queue, and what it was sent. Event loop only. */
final class FlvViewer {

    private final FlvConnection connection;
    private final NanoClock clock;
    private final RelayCounters counters;
    private final GatewayContext relay;
    private final FlvQueue queue = new FlvQueue();
    private Optional<FlvTracks> sent = Optional.empty();
    private Optional<ProgressCheck> progress = Optional.empty();

    /** A reader that is sent nothing yet. */
    FlvViewer(FlvConnection connection, GatewayContext relay) {
        this.connection = connection;
        this.relay = relay;
        this.clock = relay.clock();
        this.counters = relay.counters();
    }

    FlvConnection connection() {
        return connection;
    }

    /** Begins with the cached frames, which the caller still owns. */
    void start(List<IndexedFrame> cached, Optional<FlvTracks> tracks) {
        connection.channel().onWritable(this::drain);
        progress =
                Optional.of(new ProgressCheck(connection.channel(), relay, () -> connection.end(CloseReason.TOO_SLOW)));
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
            progress.ifPresent(ProgressCheck::progress);
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
            StreamBuffer buffer = StreamBuffer.of(
                    connection.transport(), List.of(ByteBuffer.wrap(headers)), ByteBufAllocator.DEFAULT);
            connection.write(buffer);
            buffer.release();
        }
    }
}
