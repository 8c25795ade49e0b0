package dev.fanlight.agent.pipeline;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Levers of one encoded rendition. Thread safe, but for taking the wish. */
final class RenditionControl {

    /** Key frames on request are at least so far apart: enough for a new viewer, no load for the others. */
    private static final Duration KEY_SPACING = Duration.ofMillis(250);

    private final KeyFrameTrigger keyFrames;
    private final int mostBitRate;
    private final AtomicInteger bitRate;

    RenditionControl(NanoClock clock, int mostBitRate) {
        this.keyFrames = new KeyFrameTrigger(clock, KEY_SPACING);
        this.bitRate = new AtomicInteger(mostBitRate);
        this.mostBitRate = mostBitRate;
    }

    /** Taken by the thread “encode”. */
    KeyFrameTrigger keyFrames() {
        return keyFrames;
    }

    /** Bits a second that encoders are opened with. */
    int mostBitRate() {
        return mostBitRate;
    }

    /** Bits a second from the next picture on. */
    int bitRate() {
        return bitRate.get();
    }

    void bitRate(int bitsPerSecond) {
        bitRate.set(bitsPerSecond);
    }
}
