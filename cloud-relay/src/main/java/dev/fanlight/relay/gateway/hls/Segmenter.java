package dev.fanlight.relay.gateway.hls;

import dev.fanlight.media.mp4.Sample;
import dev.fanlight.relay.cmaf.CmafFragment;
import dev.fanlight.relay.cmaf.CmafTracks;
import dev.fanlight.relay.cmaf.CmafUnit;
import dev.fanlight.relay.cmaf.OpenFragment;
import dev.fanlight.relay.cmaf.SoundLine;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes parts and segments of access units. How long a frame lasts is known when the next one comes, so everything is one frame late. One
 * muxer’s thread only.
 */
final class Segmenter {

    /** A key frame that comes earlier begins no segment. */
    static final long LEAST_SEGMENT_MICROS = 1_000_000;

    /** A segment that is longer is worth a key frame request. */
    static final long WANTED_SEGMENT_MICROS = 2_000_000;

    /** A segment ends here without a key frame, and what follows is dropped up to the next one. */
    static final long MOST_SEGMENT_MICROS = 12_000_000;

    /** Likewise, bytes. */
    static final int MAX_SEGMENT_BYTES = 16 * 1024 * 1024;

    /** A frame that lasts longer was the last before a pause. */
    static final long MOST_FRAME_MICROS = 5_000_000;

    // Capture times of key frames are no multiples of a second.
    private static final long TOLERANCE_MICROS = 50_000;
    private static final long FIRST_FRAME_MICROS = 40_000;
    private static final double SECOND = 1_000_000;

    private final HlsMemory memory;
    private final SegmentWindow window;
    private Optional<CmafTracks> tracks = Optional.empty();
    private Optional<SoundLine> soundLine = Optional.empty();
    private Optional<PartTarget> target = Optional.empty();
    private Optional<CmafUnit> held = Optional.empty();
    private OpenFragment part = new OpenFragment();
    private long lastFrameMicros = FIRST_FRAME_MICROS;
    private long fragments;

    /** One that has a part in {@code memory}. */
    Segmenter(HlsMemory memory) {
        this.memory = memory;
        this.window = new SegmentWindow(memory);
    }

    /** Sets the tracks of the units that follow; returns whether there is something new to fetch. */
    boolean tracks(CmafTracks next) {
        if (tracks.filter(next::isSameAs).isPresent()) {
            return false;
        }
        boolean changed = finish();
        tracks = Optional.of(next);
        soundLine = next.sound().map(track -> new SoundLine(track.timescale()));
        window.changeInit(Buffer.buffer(next.initSegment()));
        return changed;
    }

    /** Adds the next frame of video; returns whether there is something new to fetch. */
    boolean video(CmafUnit unit) {
        if (held.isEmpty()) {
            begin(unit);
            return false;
        }
        long lasts = Math.max(1, unit.micros() - held.get().micros());
        if (lasts > MOST_FRAME_MICROS) {
            boolean changed = finish();
            begin(unit);
            return changed;
        }
        addHeld(lasts);
        boolean changed = cut(unit);
        if (held.isPresent()) {
            held = Optional.of(unit);
        }
        return changed;
    }

    /** Adds a packet of sound; returns whether it has a place. */
    boolean sound(long micros, ByteBuffer payload) {
        if (held.isEmpty() || micros < 0 || soundLine.isEmpty()) {
            return false;
        }
        int ticks = tracks.orElseThrow().sound().orElseThrow().ticksOf(payload);
        var place = soundLine.get().place(micros, ticks);
        place.ifPresent(time -> part.addSound(time, new Sample(ticks, 0, true, payload)));
        return place.isPresent();
    }

    /** Forgets all that can be fetched, and goes on with the next key frame. */
    void clear() {
        held = Optional.empty();
        part = new OpenFragment();
        window.clear();
    }

    /** What can be fetched; empty before the first part. */
    Optional<LiveWindow> window() {
        return window.isEmpty() ? Optional.empty() : target.map(window::snapshot);
    }

    /** Whether players wait for a key frame: for the first segment to be complete, or for one that is long. */
    boolean needsKeyFrame() {
        return window.hasComplete() ? window.openMicros() >= WANTED_SEGMENT_MICROS : window.openMicros() > 0;
    }

    private void begin(CmafUnit unit) {
        if (unit.key()) {
            held = Optional.of(unit);
            part = new OpenFragment();
            window.begin(unit.wallMicros());
        }
    }

    private void addHeld(long lasts) {
        CmafUnit unit = held.orElseThrow();
        lastFrameMicros = lasts;
        part.addVideo(unit.micros(), new Sample(lasts, unit.offsetMicros(), unit.key(), unit.payload()));
    }

    /** Closes the part, and the segment, if this frame is to be in another one. */
    private boolean cut(CmafUnit next) {
        long micros = window.openMicros() + part.micros();
        boolean enough = micros >= LEAST_SEGMENT_MICROS - TOLERANCE_MICROS || !window.hasComplete();
        if (next.key() && enough) {
            closePart();
            window.complete();
            window.begin(next.wallMicros());
            return true;
        }
        if (micros > MOST_SEGMENT_MICROS || window.openBytes() + part.bytes() > memory.segmentBytes()) {
            closePart();
            breakOff();
            return true;
        }
        if (target.orElseGet(this::firstTarget).isReachedBy(part.micros(), lastFrameMicros)) {
            closePart();
            return true;
        }
        return false;
    }

    /** Ends what there is with the frame that waits; goes on with the next key frame. */
    private boolean finish() {
        if (held.isEmpty()) {
            return false;
        }
        addHeld(lastFrameMicros);
        closePart();
        breakOff();
        return true;
    }

    private void breakOff() {
        window.complete();
        window.breakOff();
        held = Optional.empty();
        soundLine = tracks.orElseThrow().sound().map(track -> new SoundLine(track.timescale()));
    }

    private void closePart() {
        if (target.isEmpty()) {
            target = Optional.of(firstTarget());
        }
        CmafTracks its = tracks.orElseThrow();
        fragments++;
        CmafFragment closed = part.close(fragments, its.video(), its.sound());
        window.add(new Part(Buffer.buffer(closed.bytes()), closed.micros(), closed.independent()));
        part = new OpenFragment();
    }

    /** By the frame rate that the track has, else by the shortest frame so far: a camera that wakes is slow at first. */
    private PartTarget firstTarget() {
        OptionalDouble rate = tracks.orElseThrow().frameRate();
        return PartTarget.of(rate.isPresent() ? Math.round(SECOND / rate.getAsDouble()) : part.shortestFrame());
    }
}
