package dev.fanlight.agent.config;

/**
 * How a camera is mounted: its frames are mirrored left to right if it says so, then turned clockwise. Immutable.
 *
 * @param rotation degrees: 0, 90, 180 or 270
 * @param mirrored whether they are mirrored
 */
public record MountSettings(int rotation, boolean mirrored) {

    /** Whether frames are shown as they are. */
    public boolean isUpright() {
        return rotation == 0 && !mirrored;
    }
}
