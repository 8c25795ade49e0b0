package dev.fanlight.agent.config;

import java.time.Duration;

/**
 * How video is encoded. Immutable.
 *
 * @param bitRate most bits a second
 * @param keyframeEvery longest time between key frames
 * @param preset how much CPU a frame may cost
 */
public record EncodeSettings(int bitRate, Duration keyframeEvery, EncoderPreset preset) {

    /** The same with another bit rate. */
    public EncodeSettings withBitRate(int other) {
        return new EncodeSettings(other, keyframeEvery, preset);
    }
}
