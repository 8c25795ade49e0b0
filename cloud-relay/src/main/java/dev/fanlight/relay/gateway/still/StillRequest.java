package dev.fanlight.relay.gateway.still;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Somebody who waits for one JPEG. Answered once, whatever happens. What it needs is guarded by
 * the stream’s lock, the rest is thread safe.
 */
final class StillRequest {

    private boolean wakes;
    private final Consumer<Jpeg> onJpeg;
    private final Consumer<StillRefusal> onRefusal;
    private final AtomicBoolean answered = new AtomicBoolean();
    private long needed;

    /**
     * A request that is not answered yet.
     *
     * @param wakes whether the camera is to be woken for it
     */
    StillRequest(boolean wakes, Consumer<Jpeg> onJpeg, Consumer<StillRefusal> onRefusal) {
        this.wakes = wakes;
        this.onJpeg = onJpeg;
        this.onRefusal = onRefusal;
    }

    boolean wakes() {
        return wakes;
    }

    /** It takes what there is. */
    void stopWaking() {
        wakes = false;
    }

    /** Number of the oldest key frame of which a JPEG will do. */
    long needed() {
        return needed;
    }

    void need(long number) {
        needed = number;
    }

    void answer(Jpeg jpeg) {
        if (answered.compareAndSet(false, true)) {
            onJpeg.accept(jpeg);
        }
    }

    void refuse(StillRefusal reason) {
        if (answered.compareAndSet(false, true)) {
            onRefusal.accept(reason);
        }
    }
}
