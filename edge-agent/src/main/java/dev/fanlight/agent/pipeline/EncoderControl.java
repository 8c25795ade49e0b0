package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What is requested of one rendition’s encoder. Thread safe, except for taking key frame requests. */
final class EncoderControl {

    /** Least time between key frames on request: soon enough for a late joiner, no load for the others. */
    private static final Duration KEY_SPACING = Duration.ofMillis(250);

    private final KeyFrameTrigger keyFrames;
    private final int maxBitRate;
    private final AtomicInteger bitRate;
    private volatile SendLevel level = SendLevel.FULL;

    EncoderControl(NanoClock clock, int maxBitRate) {
        this.keyFrames = new KeyFrameTrigger(clock, KEY_SPACING);
        this.bitRate = new AtomicInteger(maxBitRate);
        this.maxBitRate = maxBitRate;
    }

    /** Taken by the thread “encode”. */
    KeyFrameTrigger keyFrames() {
        return keyFrames;
    }

    /** Bit rate that encoders are opened with, bits a second. */
    int maxBitRate() {
        return maxBitRate;
    }

    /** Bit rate from the next frame on, bits a second. */
    int bitRate() {
        return bitRate.get();
    }

    void bitRate(int bitsPerSecond) {
        bitRate.set(bitsPerSecond);
    }

    /** How many of the frames are encoded from the next one on. */
    SendLevel level() {
        return level;
    }

    void level(SendLevel next) {
        level = next;
    }
}
