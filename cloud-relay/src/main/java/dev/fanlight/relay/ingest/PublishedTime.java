package dev.fanlight.relay.ingest;

import dev.fanlight.media.MediaKind;
import dev.fanlight.runtime.CaptureTime;
import dev.fanlight.runtime.ContinuousTime;
import java.util.EnumMap;
import java.util.Map;

/**
 * Places a publisher’s times on the relay’s clock: at the distances that it says, as early as the quickest of its packets allows, video and
 * sound together, so that they stay in step. Its own delay, from the lens to the socket, cannot be seen here. Event loop only.
 */
final class PublishedTime {

    private static final int VIDEO = 0;
    private static final int OTHER = 1;

    private final ContinuousTime continuous = new ContinuousTime(0);
    private final CaptureTime placed = new CaptureTime();
    private final Map<MediaKind, CaptureTime> order = new EnumMap<>(MediaKind.class);

    /** The capture time of a unit, µs on the relay’s clock, after that of the unit before it in its track. */
    long place(MediaKind kind, long streamMicros, long arrivalMicros) {
        long captured =
                placed.place(continuous.place(kind == MediaKind.VIDEO ? VIDEO : OTHER, streamMicros), arrivalMicros);
        return order.computeIfAbsent(kind, none -> new CaptureTime()).inOrder(captured);
    }
}
