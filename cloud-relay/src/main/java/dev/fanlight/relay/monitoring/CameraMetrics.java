package dev.fanlight.relay.monitoring;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamMeter;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.stream.StreamStatus;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What is known of each camera. Blocking, thread safe. */
final class CameraMetrics implements MetricSource {

    /** Cameras that are reported one by one, the first by name: each has some 40 values. */
    static final int MAX_CAMERAS = 1_000;

    private final StreamRegistry streams;
    private final Supplier<Collection<CameraName>> stored;

    /** {@code stored} are the cameras there are, as far as that can be found out, whether or not their streams were opened since the start. */
    CameraMetrics(StreamRegistry streams, Supplier<Collection<CameraName>> stored) {
        this.streams = streams;
        this.stored = stored;
    }

    @Override
    public void collect(Samples samples) {
        Map<CameraName, LiveStream> open = streams.byName();
        TreeSet<String> names = new TreeSet<>();
        stored.get().forEach(camera -> names.add(camera.text()));
        open.keySet().forEach(camera -> names.add(camera.text()));
        Map<StreamState, Integer> states = new EnumMap<>(StreamState.class);
        int reported = 0;
        for (String name : names) {
            Optional<LiveStream> stream = Optional.ofNullable(open.get(new CameraName(name)));
            states.merge(stream.map(LiveStream::state).orElse(StreamState.OFFLINE), 1, Integer::sum);
            if (reported < MAX_CAMERAS) {
                reported++;
                collect(samples, name, stream);
            }
        }
        for (StreamState state : StreamState.values()) {
            samples.add(Metric.CAMERAS, states.getOrDefault(state, 0), state.wireName());
        }
    }

    private static void collect(Samples samples, String camera, Optional<LiveStream> stream) {
        samples.add(Metric.CAMERA_UP, stream.filter(LiveStream::isOnline).isPresent(), camera);
        samples.add(Metric.VIEWERS, stream.map(LiveStream::viewers).orElse(0), camera);
        stream.ifPresent(open -> {
            status(samples, camera, open.status());
            received(samples, camera, open.meter());
            open.consumers().forEach((kind, count) -> samples.add(Metric.READERS, count, camera, kind.label()));
        });
    }

    private static void status(Samples samples, String camera, StreamStatus status) {
        samples.add(Metric.CAMERA_PAUSED, status.state() == StreamState.PAUSED, camera);
        for (UplinkQuality quality : UplinkQuality.values()) {
            samples.add(Metric.CAMERA_UPLINK, status.uplink() == quality, camera, quality.wireName());
        }
    }

    private static void received(Samples samples, String camera, StreamMeter meter) {
        samples.add(Metric.RECEIVED_FRAMES, (double) meter.frames(), camera);
        samples.add(Metric.RECEIVED_BYTES, (double) meter.bytes(), camera);
        samples.add(Metric.BROKEN_FRAMES, (double) meter.broken(), camera);
        samples.add(Metric.FRAME_AGE, meter.age(), camera);
        samples.add(Metric.RECONNECTS, (double) Math.max(0, meter.publishers() - 1), camera);
    }
}
