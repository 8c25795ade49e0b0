package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Encodes the frames that the capture thread puts into the queue, in the renditions that are needed. With the first frame of each
 * opening of the source it opens all encoders, because {@code tracks} announces the parameter sets of all; then it keeps those
 * open that are used, and none when no frame has come for a while. Owned by the thread “encode”.
 */
final class EncodeLoop implements Loop {

    private static final Duration IDLE = Duration.ofSeconds(3);

    /** Failures in a row after which the encoder counts as one that cannot work here. */
    static final int MAX_FAILURES = 5;

    /** The tracks that were announced for frames of one format. */
    private record Begun(FrameFormat frames, boolean small, Set<Integer> tracks) {}

    private final FrameQueue frames;
    private final List<RenditionEncoder> renditions;
    private final List<RenditionEncoder> small;
    private final BooleanSupplier isSmall;
    private final TrackDemand demand;
    private final MediaSink sink;
    private Optional<Begun> begun = Optional.empty();
    private int failures;

    /**
     * Encodes what comes from {@code frames}.
     *
     * @param renditions encode each frame in their order
     * @param small takes their place, as the main rendition, while {@code isSmall}
     */
    EncodeLoop(
            FrameQueue frames,
            List<RenditionEncoder> renditions,
            RenditionEncoder small,
            BooleanSupplier isSmall,
            TrackDemand demand,
            MediaSink sink) {
        this.frames = frames;
        this.renditions = List.copyOf(renditions);
        this.small = List.of(small);
        this.isSmall = isSmall;
        this.demand = demand;
        this.sink = sink;
    }

    @Override
    public boolean doWork() throws InterruptedException, EncodeException {
        Optional<RawFrame> next = frames.poll(IDLE);
        if (next.isEmpty()) {
            closeEncoders();
            return true;
        }
        try (RawFrame frame = next.get()) {
            encode(frame);
            failures = 0;
        } catch (EncodeException e) {
            startAnew(e);
        }
        return true;
    }

    /** A failed encoder can only be closed; the next frame opens and announces all of them again. */
    private void startAnew(EncodeException e) throws EncodeException {
        closeEncoders();
        failures++;
        if (failures >= MAX_FAILURES) {
            throw e;
        }
    }

    @Override
    public void onClose() {
        closeEncoders();
        frames.clear();
    }

    @Override
    public String roleName() {
        return "encode";
    }

    private void encode(RawFrame frame) throws EncodeException {
        boolean smallNow = isSmall.getAsBoolean();
        Set<Integer> needed = demand.among(begin(frame.format(), smallNow).tracks());
        for (RenditionEncoder encoder : smallNow ? small : renditions) {
            int track = encoder.rendition().track();
            if (needed.contains(track)) {
                encoder.encode(frame).ifPresent(unit -> sink.accept(track, unit));
            } else {
                encoder.close();
            }
        }
    }

    private Begun begin(FrameFormat format, boolean smallNow) throws EncodeException {
        if (begun.isPresent()
                && begun.get().frames().equals(format)
                && begun.get().small() == smallNow) {
            return begun.get();
        }
        (smallNow ? renditions : small).forEach(RenditionEncoder::close);
        List<Track> tracks = new ArrayList<>();
        for (RenditionEncoder encoder : smallNow ? small : renditions) {
            encoder.begin(format).ifPresent(tracks::add);
        }
        Begun now = new Begun(format, smallNow, tracks.stream().map(Track::id).collect(Collectors.toUnmodifiableSet()));
        begun = Optional.of(now);
        sink.begin(MediaKind.VIDEO, List.copyOf(tracks));
        return now;
    }

    private void closeEncoders() {
        renditions.forEach(RenditionEncoder::close);
        small.forEach(RenditionEncoder::close);
        begun = Optional.empty();
    }
}
