package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The levers of a {@link Pipeline}: who made it before may pull them from any thread. */
public final class PipelineControl implements StreamControl {

    /** Key frames on request are at least so far apart: enough for a new viewer, no load for the others. */
    private static final Duration ENCODED_KEY_SPACING = Duration.ofMillis(250);
    /** A source that passes through has to jump back for a key frame, so it does so rarely. */
    private static final Duration PASSED_KEY_SPACING = Duration.ofSeconds(5);

    private final CameraDemand demand;
    private final KeyFrameWish encodedKey;
    private final KeyFrameWish passedKey;
    private final AtomicInteger bitRate;

    /** Levers in the position that the settings say. */
    public PipelineControl(CameraSettings settings, NanoClock clock) {
        this.demand = new CameraDemand(settings.run(), settings.linger(), clock);
        this.encodedKey = new KeyFrameWish(clock, ENCODED_KEY_SPACING);
        this.passedKey = new KeyFrameWish(clock, PASSED_KEY_SPACING);
        this.bitRate = new AtomicInteger(settings.encoding().bitRate());
    }

    @Override
    public void viewers(int count) {
        demand.viewers(count);
    }

    @Override
    public void keyFrame() {
        encodedKey.make();
        passedKey.make();
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        bitRate.set(bitsPerSecond);
    }

    CameraDemand demand() {
        return demand;
    }

    KeyFrameWish encodedKey() {
        return encodedKey;
    }

    KeyFrameWish passedKey() {
        return passedKey;
    }

    AtomicInteger bitRate() {
        return bitRate;
    }
}
