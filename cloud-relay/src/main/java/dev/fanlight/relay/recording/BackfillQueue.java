package dev.fanlight.relay.recording;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.BackfillGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups of backfill that wait for the recorder, one for each camera. Thread safe. */
final class BackfillQueue implements BackfillTarget {

    /** Most groups that wait; each is at most 8 MiB. */
    static final int MAX_WAITING = 16;

    private final Map<CameraName, Waiting> waiting = new LinkedHashMap<>();
    private volatile Set<CameraName> recorded = Set.of();

    /**
     * A group that waits.
     *
     * @param done to be called when it is dealt with
     */
    record Waiting(CameraName camera, BackfillGroup group, Runnable done) {}

    @Override
    public boolean wants(CameraName camera) {
        return recorded.contains(camera);
    }

    @Override
    public synchronized void offer(CameraName camera, BackfillGroup group, Runnable done) {
        if (waiting.size() < MAX_WAITING || waiting.containsKey(camera)) {
            waiting.put(camera, new Waiting(camera, group, done));
        }
    }

    /** Sets which cameras are recorded now. */
    void recorded(Set<CameraName> cameras) {
        recorded = Set.copyOf(cameras);
    }

    /** The cameras for which a group waits. */
    synchronized Set<CameraName> cameras() {
        return Set.copyOf(waiting.keySet());
    }

    /** The group of a camera. */
    synchronized Optional<Waiting> peek(CameraName camera) {
        return Optional.ofNullable(waiting.get(camera));
    }

    /** Forgets it, if it is the one that waits now. */
    synchronized void remove(Waiting group) {
        waiting.remove(group.camera(), group);
    }
}
