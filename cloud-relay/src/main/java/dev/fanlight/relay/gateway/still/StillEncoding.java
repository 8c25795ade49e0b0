package dev.fanlight.relay.gateway.still;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.Track;
import dev.fanlight.relay.child.ChildTask;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one child that makes the JPEGs of a camera, while somebody needs them. One that fails is started again with a key frame that comes after
 * 2, 4, 8 … 60 s. Guarded by the stream’s lock.
 */
final class StillEncoding {

    private static final String PURPOSE = "jpeg";
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final int MOST_DOUBLINGS = 6;
    private static final String TOO_LONG = "FFmpeg took too long";

    private final CameraName camera;
    private final StillServices services;
    private final Callbacks callbacks;
    private Optional<JpegEncoder> encoder = Optional.empty();
    private String problem = TOO_LONG;
    private int failures;
    private long retryNanos;

    StillEncoding(CameraName camera, StillServices services, Callbacks callbacks) {
        this.camera = camera;
        this.services = services;
        this.callbacks = callbacks;
        this.retryNanos = services.nowNanos();
    }

    /** What children say; called without the stream’s lock, on the gateway’s executor. {@code child} is whatever tells one from another. */
    interface Callbacks {

        /** A JPEG; the array is the receiver’s. */
        void made(Object child, byte[] jpeg);

        /** It is gone, or writes what is no JPEG, for the reason in half a sentence. May be called twice. */
        void ended(Object child, String reason);
    }

    /** Feeds a key frame, with which a child is started when there is none; empty when that was done. */
    Optional<StillRefusal> key(KeptKeyFrame key, boolean forViewers) {
        long now = services.nowNanos();
        EncoderWork work = work(key.track(), forViewers);
        encoder.filter(running -> !fits(running, key.track(), work, now)).ifPresent(running -> close());
        if (encoder.isEmpty()) {
            Optional<StillRefusal> refusal = start(key.track(), work, now);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        encoder.filter(running -> running.work() != EncoderWork.FRAMES).ifPresent(running -> running.still(key, now));
        return Optional.empty();
    }

    /**
     * Feeds any frame, if the child takes all.
     *
     * @param number of its key frame
     */
    void frame(IndexedFrame frame, long number, long arrivedMillis) {
        encoder.filter(running -> running.work() == EncoderWork.FRAMES)
                .ifPresent(running -> running.frame(frame, number, arrivedMillis));
    }

    /** What those are told who got no JPEG because the last child failed. */
    StillRefusal refusal() {
        return StillRefusal.failed(problem);
    }

    boolean isRunning() {
        return encoder.isPresent();
    }

    /** What a JPEG of {@code child} was made of; empty when it is not wanted any more. */
    Optional<JpegEncoder.Fed> answered(Object child) {
        Optional<JpegEncoder.Fed> of =
                encoder.filter(running -> running.is(child)).flatMap(JpegEncoder::answered);
        if (of.isPresent()) {
            failures = 0;
        }
        return of;
    }

    /** Takes note of the end of {@code child}; returns whether it was not wanted. */
    boolean ended(Object child, String reason) {
        Optional<JpegEncoder> by = encoder.filter(running -> running.is(child));
        if (by.isEmpty()) {
            return false;
        }
        close();
        boolean done = by.get().work() == EncoderWork.ONE && by.get().isAnswered();
        if (!done) {
            failed(reason);
        }
        return !done;
    }

    /** Ends a child that took too long. */
    void fail() {
        if (encoder.isPresent()) {
            close();
            failed(TOO_LONG);
        }
    }

    /** Ends the child. */
    void close() {
        encoder.ifPresent(JpegEncoder::close);
        encoder = Optional.empty();
    }

    private EncoderWork work(Track track, boolean forViewers) {
        if (!forViewers) {
            return StillTags.repeats(track) ? EncoderWork.KEY_FRAMES : EncoderWork.ONE;
        }
        return services.config().fps() > 0 ? EncoderWork.FRAMES : EncoderWork.KEY_FRAMES;
    }

    /** A child goes on for less than it was started for. */
    private boolean fits(JpegEncoder running, Track track, EncoderWork work, long now) {
        if (running.isStuck(now, services.timeouts().decode().toNanos())) {
            failed(TOO_LONG);
            return false;
        }
        return running.track().equals(track) && running.work().compareTo(work) >= 0;
    }

    private Optional<StillRefusal> start(Track track, EncoderWork work, long now) {
        Optional<StillTags> tags = StillTags.of(track);
        if (tags.isEmpty()) {
            return Optional.of(StillRefusal.NOT_READABLE);
        }
        if (now - retryNanos < 0) {
            return Optional.of(refusal());
        }
        List<String> arguments = work == EncoderWork.FRAMES
                ? JpegArguments.ofFrames(track, services.config())
                : JpegArguments.ofKeyFrames(track, services.config());
        ChildOutput output = new ChildOutput(callbacks);
        encoder = services.relay()
                .children()
                .start(new ChildTask(PURPOSE, camera, arguments), output, services.executor())
                .map(child -> new JpegEncoder(track, work, tags.get(), child, output));
        return encoder.isPresent() ? Optional.empty() : Optional.of(StillRefusal.BUSY);
    }

    private void failed(String reason) {
        problem = reason;
        services.relay().errors().warn("No JPEG could be made of the camera " + camera + ": " + reason);
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        long seconds = Math.min(LONGEST_WAIT_SECONDS, 1L << failures);
        retryNanos = services.nowNanos() + TimeUnit.SECONDS.toNanos(seconds);
    }
}
