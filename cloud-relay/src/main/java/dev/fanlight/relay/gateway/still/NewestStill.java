package dev.fanlight.relay.gateway.still;

import dev.fanlight.media.Track;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.Optional;

/** The newest key frame of one camera and the newest JPEG, as far as the memory has them. Guarded by the stream’s lock. */
final class NewestStill {

    private final StillServices services;
    private long number;
    private long arrivedNanos;

    NewestStill(StillServices services) {
        this.services = services;
    }

    /** Another key frame has arrived. */
    void keep(Track track, IndexedFrame frame) {
        number++;
        arrivedNanos = frame.arrivedNanos();
        services.memory().keep(this, KeptKeyFrame.of(number, track, frame.frame(), services.nowMillis()));
    }

    /** Another JPEG was made. */
    void keep(Jpeg jpeg) {
        services.memory().keep(this, jpeg);
    }

    /** How many key frames there were. */
    long number() {
        return number;
    }

    /** The key frame, retained for the caller. */
    Optional<KeptKeyFrame> frame() {
        return services.memory().frame(this);
    }

    /** Whether there still is a key frame. */
    boolean isKept() {
        return services.memory().newest(this) >= 0;
    }

    /** Whether the newest key frame came no longer ago than it takes to wake a camera. */
    boolean isRecent() {
        return number > 0
                && services.nowNanos() - arrivedNanos
                        < services.timeouts().wake().toNanos();
    }

    Optional<Jpeg> jpeg() {
        return services.memory().jpeg(this);
    }

    /** The JPEG, if it is of the newest key frame or was made a moment ago. */
    Optional<Jpeg> goodJpeg() {
        return jpeg().filter(jpeg -> isOfIt(jpeg)
                || jpeg.isFresh(services.nowNanos(), services.timeouts().fresh()));
    }

    /** Whether a JPEG is of the newest key frame. */
    boolean isOfIt(Jpeg jpeg) {
        return jpeg.number() == number;
    }

    void forget() {
        services.memory().forget(this);
    }
}
