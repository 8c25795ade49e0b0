package dev.fanlight.relay.stream;

import dev.fanlight.identity.CameraName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The streams by the name of their camera, made when first asked for and kept while the relay runs. Only asked for cameras that exist, and
 * bounded besides. Thread safe.
 */
public final class StreamRegistry {

    private final int maxStreams;
    private final Supplier<LiveStream> newHub;
    private final Object settling = new Object();
    private final Map<CameraName, LiveStream> hubs = new ConcurrentHashMap<>();

    /** An empty registry of at most {@code maxStreams} streams. */
    public StreamRegistry(int maxStreams, Supplier<LiveStream> newHub) {
        this.maxStreams = maxStreams;
        this.newHub = newHub;
    }

    /** The stream of a camera that is known to exist; empty when there are too many. */
    public Optional<LiveStream> hub(CameraName camera) {
        LiveStream known = hubs.get(camera);
        if (known == null && hubs.size() >= maxStreams) {
            return Optional.empty();
        }
        return Optional.of(hubs.computeIfAbsent(camera, name -> newHub.get()));
    }

    /** The stream of a camera, if it was ever asked for. */
    public Optional<LiveStream> known(CameraName camera) {
        return Optional.ofNullable(hubs.get(camera));
    }

    /** Ends the stream of a camera that has another name or is gone; its sockets are to be cut. */
    public void forget(CameraName camera) {
        LiveStream gone = hubs.remove(camera);
        if (gone != null) {
            gone.end();
        }
    }

    /**
     * Pauses the stream of a camera or lets it go on, as {@code stored} says. To be called after what is stored has changed and after a
     * stream may have been made; one at a time, so that the last one to look decides. Blocks while {@code stored} does.
     */
    public void settlePause(CameraName camera, BooleanSupplier stored) {
        synchronized (settling) {
            known(camera).ifPresent(hub -> hub.pause(stored.getAsBoolean()));
        }
    }

    /** Calls {@link LiveStream#tick()} of all. */
    public void tick() {
        hubs.values().forEach(LiveStream::tick);
    }

    /** All streams that were ever asked for. */
    public Collection<LiveStream> all() {
        return List.copyOf(hubs.values());
    }
}
