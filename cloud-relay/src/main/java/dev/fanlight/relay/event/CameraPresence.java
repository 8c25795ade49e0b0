package dev.fanlight.relay.event;

import java.util.ArrayList;
import java.util.List;

/** Finds out of a camera that is looked at again and again what has happened to it. Not thread safe. */
public final class CameraPresence {

    private final HeldFact published = new HeldFact();
    private final HeldFact watched = new HeldFact();

    /** What has happened since it was last looked at. */
    public List<EventType> observe(boolean isPublished, boolean isWatched, long nowNanos) {
        List<EventType> events = new ArrayList<>();
        switch (published.observe(isPublished, nowNanos)) {
            case BEGAN -> events.add(EventType.CAMERA_BACK);
            case ENDED -> events.add(EventType.CAMERA_LOST);
            case NONE -> {}
        }
        switch (watched.observe(isWatched, nowNanos)) {
            case BEGAN -> events.add(EventType.FIRST_VIEWER);
            case ENDED -> events.add(EventType.LAST_VIEWER);
            case NONE -> {}
        }
        return events;
    }
}
