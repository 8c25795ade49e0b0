package dev.fanlight.agent.onvif;

import dev.fanlight.media.ptz.HeadVelocity;

/** A direction in which a camera head moves. */
public enum PtzDirection {
    /** Turns to the left. */
    LEFT(-1, 0, 0),
    /** Turns to the right. */
    RIGHT(1, 0, 0),
    /** Tilts upward. */
    UP(0, 1, 0),
    /** Tilts downward. */
    DOWN(0, -1, 0),
    /** Zooms in. */
    IN(0, 0, 1),
    /** Zooms out. */
    OUT(0, 0, -1);

    private final int pan;
    private final int tilt;
    private final int zoom;

    PtzDirection(int pan, int tilt, int zoom) {
        this.pan = pan;
        this.tilt = tilt;
        this.zoom = zoom;
    }

    /** The velocity of a movement in this direction; {@code speed} is above 0, at most 1. */
    public HeadVelocity at(double speed) {
        return new HeadVelocity(pan * speed, tilt * speed, zoom * speed);
    }
}
