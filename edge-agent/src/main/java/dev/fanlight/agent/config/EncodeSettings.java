package dev.fanlight.agent.config;

import java.time.Duration;

/**
 * How pictures are encoded. Immutable.
 *
 * @param bitRate most bits a second
 * @param keyframeEvery longest time between key frames
 * @param preset how much work a picture is worth
 */
public record EncodeSettings(int bitRate, Duration keyframeEvery, EncoderPreset preset) {

    /** The same with another bitrate. */
    public EncodeSettings withBitRate(int other) {
        return new EncodeSettings(other, keyframeEvery, preset);
    }
}
