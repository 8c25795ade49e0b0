package dev.fanlight.agent.source;

import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.MediaCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Checks whether access units can be published as they are: what a relay refuses, and, optionally, what late joiners would wait
 * for. Counts in the time of the stream. Not thread safe.
 */
public final class PublishLimits {

    /**
     * Longest distance of key frames, unless a relay keeps all access units between two ({@link WireLimits#MAX_GOP_UNITS},
     * {@link WireLimits#MAX_GOP_BYTES}): so long may a late joiner wait.
     */
    public static final Duration MAX_KEY_FRAME_DISTANCE = Duration.ofSeconds(10);

    /** Most frames a second that are passed through: screens show no more, and sound needs its part of what a relay takes. */
    static final int MAX_FRAMES_PER_SECOND = 120;

    /** A longer pause counts as one of this length. */
    private static final long LONGEST_STEP_MICROS = TimeUnit.SECONDS.toMicros(5);

    private static final double MICROS = TimeUnit.SECONDS.toMicros(1);
    private static final int MEGABIT = 1_000_000;
    private static final int MEBIBYTE = 1024 * 1024;

    private final boolean forLateJoiners;

    private boolean begun;
    private long newestMicros;
    private long newestFrameMicros = Long.MIN_VALUE / 2;
    private double frames = MAX_FRAMES_PER_SECOND;
    private double units = WireLimits.MAX_UNITS_PER_SECOND;
    private double bytes = WireLimits.MAX_MEDIA_BYTES_PER_SECOND;
    private long sinceKeyMicros;
    private long sinceKeyUnits;
    private long sinceKeyBytes;

    /** {@code forLateJoiners} is whether key frames have to come often enough, too. */
    public PublishLimits(boolean forLateJoiners) {
        this.forLateJoiners = forLateJoiners;
    }

    /**
     * Takes the next access unit of any track in.
     *
     * @param micros its time, µs
     * @param size bytes of its payload
     * @return why it cannot be published, as the end of a sentence that begins with the name of the source
     */
    public Optional<String> check(MediaKind kind, boolean key, long micros, int size) {
        long step = begun ? Math.max(0, Math.min(LONGEST_STEP_MICROS, micros - newestMicros)) : 0;
        newestMicros = begun ? newestMicros + Math.max(0, micros - newestMicros) : micros;
        begun = true;
        units = spend(units, WireLimits.MAX_UNITS_PER_SECOND, step, 1);
        bytes = spend(bytes, WireLimits.MAX_MEDIA_BYTES_PER_SECOND, step, size + MediaCodec.HEADER_BYTES);
        if (kind == MediaKind.VIDEO) {
            frames = spend(frames, MAX_FRAMES_PER_SECOND, sinceFrame(micros), 1);
            countSinceKey(key, step, size);
        }
        return problem(size);
    }

    private Optional<String> problem(int size) {
        if (size + MediaCodec.HEADER_BYTES > WireLimits.MAX_MEDIA_BYTES) {
            return Optional.of("has frames of more than " + WireLimits.MAX_MEDIA_BYTES / MEBIBYTE
                    + " MiB, the largest that a relay takes");
        }
        if (frames < 0) {
            return Optional.of(
                    "has more than " + MAX_FRAMES_PER_SECOND + " frames a second, the most that is passed through");
        }
        if (units < 0) {
            return Optional.of("has more than " + WireLimits.MAX_UNITS_PER_SECOND
                    + " frames and packets of sound a second, the most that a relay takes");
        }
        if (bytes < 0) {
            return Optional.of("has more than " + WireLimits.MAX_MEDIA_BYTES_PER_SECOND * Byte.SIZE / MEGABIT
                    + " Mbit a second, the most that a relay takes");
        }
        if (forLateJoiners && isKeyOverdue()) {
            return Optional.of("has no key frame for more than " + MAX_KEY_FRAME_DISTANCE.toSeconds()
                    + " s, and new viewers would wait for one");
        }
        return Optional.empty();
    }

    /** How much time has passed since the last frame, as {@link #check} counts it. */
    private long sinceFrame(long micros) {
        long step = Math.max(0, Math.min(LONGEST_STEP_MICROS, micros - newestFrameMicros));
        newestFrameMicros = Math.max(newestFrameMicros, micros);
        return step;
    }

    private void countSinceKey(boolean key, long step, int size) {
        sinceKeyMicros = key ? 0 : sinceKeyMicros + step;
        sinceKeyUnits = key ? 1 : sinceKeyUnits + 1;
        sinceKeyBytes = key ? size : sinceKeyBytes + size;
    }

    private boolean isKeyOverdue() {
        boolean cached = sinceKeyUnits <= WireLimits.MAX_GOP_UNITS && sinceKeyBytes <= WireLimits.MAX_GOP_BYTES;
        return !cached && sinceKeyMicros > TimeUnit.NANOSECONDS.toMicros(MAX_KEY_FRAME_DISTANCE.toNanos());
    }

    /** One second’s worth at once is half of what a relay allows: the other half is for what the network delays. */
    private static double spend(double left, int perSecond, long stepMicros, int cost) {
        return Math.min(perSecond, left + perSecond * (stepMicros / MICROS)) - cost;
    }
}
