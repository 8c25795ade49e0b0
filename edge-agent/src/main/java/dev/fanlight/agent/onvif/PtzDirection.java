package dev.fanlight.agent.onvif;

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

    /** Velocity in ONVIF’s generic space, each −1 to 1; only what moves is named, for heads without zoom refuse any. */
    String velocity(double speed) {
        String schema = " xmlns=\"http://www.onvif.org/ver10/schema\"";
        return zoom == 0
                ? "<PanTilt" + schema + " x=\"" + pan * speed + "\" y=\"" + tilt * speed + "\"/>"
                : "<Zoom" + schema + " x=\"" + zoom * speed + "\"/>";
    }
}
