package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.ProgressCheck;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.socket.EndlessBody;
import dev.fanlight.relay.wire.StreamBuffer;
import java.util.Optional;

/** One viewer of motion JPEG. One JPEG waits for a slow one: the newest. Event loop only, but for {@link #loop}. */
final class MjpegViewer {

    private final EndlessBody body;
    private final RelayCounters counters;
    private final ProgressCheck progress;
    private Optional<StreamBuffer> waiting = Optional.empty();

    /** A viewer who is sent nothing yet but the first boundary. */
    MjpegViewer(EndlessBody body, GatewayContext relay) {
        this.body = body;
        this.counters = relay.counters();
        this.progress = new ProgressCheck(body, relay, body::end);
        StreamBuffer first = MjpegParts.first();
        body.write(first);
        first.release();
        body.flush();
        body.onWritable(this::drain);
    }

    SubscriberLoop loop() {
        return body.loop();
    }

    /** Begins with a JPEG that was made before. */
    void start(Jpeg jpeg) {
        StreamBuffer part = MjpegParts.of(jpeg);
        offer(part);
        part.release();
    }

    /** Offers the next part, which the caller still owns. */
    void offer(StreamBuffer part) {
        if (waiting.isPresent()) {
            counters.increment(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER);
            close();
        }
        part.retain();
        waiting = Optional.of(part);
        drain();
    }

    /** Drops what waits. */
    void close() {
        waiting.ifPresent(StreamBuffer::release);
        waiting = Optional.empty();
    }

    void end() {
        body.end();
    }

    private void drain() {
        if (waiting.isEmpty() || !body.isWritable()) {
            return;
        }
        body.write(waiting.get());
        close();
        counters.increment(RelayCounter.FRAMES_OUT);
        progress.progress();
        body.flush();
    }
}
