package dev.fanlight.agent.config;

import dev.fanlight.settings.ValueParser;

/**
 * How a camera is mounted: its frames are mirrored left to right if it says so, then turned clockwise. Immutable.
 *
 * @param rotation degrees: 0, 90, 180 or 270
 * @param mirrored whether they are mirrored
 */
public record MountSettings(int rotation, boolean mirrored) {

    /** Reads the angle. */
    static final ValueParser<Integer> ROTATION = MountSettings::rotation;

    /** Whether frames are shown as they are. */
    public boolean isUpright() {
        return rotation == 0 && !mirrored;
    }

    private static int rotation(String text) {
        return switch (text) {
            case "0" -> 0;
            case "90" -> 90;
            case "180" -> 180;
            case "270" -> 270;
            default -> throw new IllegalArgumentException("0, 90, 180 or 270");
        };
    }
}
