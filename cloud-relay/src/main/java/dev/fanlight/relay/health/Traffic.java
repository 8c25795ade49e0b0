package dev.fanlight.relay.health;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.runtime.NanoClock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The audio and video that goes through the relay, since its start and in the last seconds. Holds as many cameras as have had a stream.
 * Thread safe.
 */
public final class Traffic {

    private final NanoClock clock;
    private final LongAdder in = new LongAdder();
    private final LongAdder out = new LongAdder();
    private final Map<CameraName, StreamTraffic> streams = new ConcurrentHashMap<>();

    /** Nothing so far. */
    public Traffic(NanoClock clock) {
        this.clock = clock;
    }

    /** Counts a stream that was opened; one that a camera had before counts no more. */
    public void opened(CameraName camera, LiveStream stream) {
        StreamTraffic traffic = new StreamTraffic(in, out, new RecentBytes(clock.nanoTime()));
        streams.put(camera, traffic);
        stream.attach(traffic);
    }

    /** Bits a second that the publisher of a camera has sent in the last seconds. */
    public long bitRate(CameraName camera) {
        StreamTraffic traffic = streams.get(camera);
        return traffic == null ? 0 : traffic.bitRate(clock.nanoTime());
    }

    /** Bytes that publishers have sent. */
    public long bytesIn() {
        return in.sum();
    }

    /** Bytes for viewers: what has arrived, for each who watched. */
    public long bytesOut() {
        return out.sum();
    }
}
