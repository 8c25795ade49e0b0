package dev.fanlight.media.ptz;

/**
 * How fast a camera’s head moves in each of its directions, as parts of its full speed: ONVIF’s generic velocity spaces (PTZ Service
 * Specification §5.7). Immutable.
 *
 * @param pan −1 to 1, to the right above 0
 * @param tilt −1 to 1, upward above 0
 * @param zoom −1 to 1, nearer above 0
 */
public record HeadVelocity(double pan, double tilt, double zoom) {

    /**
     * A velocity.
     *
     * @throws IllegalArgumentException when a part is out of range, or all are 0
     */
    public HeadVelocity {
        if (!isPart(pan) || !isPart(tilt) || !isPart(zoom) || (pan == 0 && tilt == 0 && zoom == 0)) {
            throw new IllegalArgumentException("not the velocity of a movement");
        }
    }

    private static boolean isPart(double value) {
        return value >= -1 && value <= 1;
    }
}
