package dev.fanlight.relay.stream;

import dev.fanlight.identity.CameraName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The streams by the name of their camera, created when first needed and kept while the relay runs. Holds streams of cameras that exist
 * only, and not more than its limit. Thread safe.
 */
public final class StreamRegistry {

    private final IntSupplier maxStreams;
    private final Supplier<LiveStream> newStream;
    private final Map<CameraName, PauseSwitch> streams = new ConcurrentHashMap<>();
    private final List<BiConsumer<CameraName, LiveStream>> openings = new CopyOnWriteArrayList<>();

    /** An empty registry of at most as many streams as {@code maxStreams} says when one more is opened. */
    public StreamRegistry(IntSupplier maxStreams, Supplier<LiveStream> newStream) {
        this.maxStreams = maxStreams;
        this.newStream = newStream;
    }

    /**
     * The stream of a camera that is known to exist, paused if the owner has paused it; empty when there are too many.
     *
     * @param pause as it was read from the store just now; ignored if a newer state is known
     */
    public Optional<LiveStream> open(CameraName camera, PauseState pause) {
        PauseSwitch known = streams.get(camera);
        if (known == null && streams.size() >= maxStreams.getAsInt()) {
            return Optional.empty();
        }
        return Optional.of(apply(camera, pause));
    }

    /** The stream of a camera, if it was opened since the start. */
    public Optional<LiveStream> known(CameraName camera) {
        return Optional.ofNullable(streams.get(camera)).map(PauseSwitch::stream);
    }

    /** Ends and removes the stream of a camera that was renamed or removed; its connections are to be closed. */
    public void forget(CameraName camera) {
        PauseSwitch gone = streams.remove(camera);
        if (gone != null) {
            gone.stream().end();
        }
    }

    /**
     * Pauses or resumes the stream of a camera that exists, after that was stored. Opens the stream, beyond the limit if need be: who reads
     * the store before the change and opens the stream after it must find the change.
     */
    public void pause(CameraName camera, PauseState stored) {
        apply(camera, stored);
    }

    private PauseSwitch opened(CameraName camera) {
        LiveStream stream = newStream.get();
        openings.forEach(opening -> opening.accept(camera, stream));
        return new PauseSwitch(stream);
    }

    private LiveStream apply(CameraName camera, PauseState pause) {
        PauseSwitch stream = streams.computeIfAbsent(camera, this::opened);
        stream.apply(pause);
        return stream.stream();
    }

    /**
     * Has every stream that is opened from now on shown to {@code opening} before anybody else gets it: for readers that read all streams. It is
     * called on the thread that opens the stream, and must neither block nor open streams. To be called before the relay listens.
     */
    public void onOpen(BiConsumer<CameraName, LiveStream> opening) {
        openings.add(opening);
    }

    /** Calls {@link LiveStream#tick()} of all. */
    public void tick() {
        streams.values().forEach(stream -> stream.stream().tick());
    }

    /** Shows {@code action} each stream that was opened since the start, with the name of its camera. */
    public void each(BiConsumer<CameraName, LiveStream> action) {
        streams.forEach((camera, stream) -> action.accept(camera, stream.stream()));
    }

    /** All streams that were opened since the start, by the name of their camera. */
    public Map<CameraName, LiveStream> byName() {
        Map<CameraName, LiveStream> all = new HashMap<>();
        streams.forEach((camera, stream) -> all.put(camera, stream.stream()));
        return all;
    }

    /** All streams that were opened since the start. */
    public Collection<LiveStream> all() {
        return streams.values().stream().map(PauseSwitch::stream).toList();
    }
}
