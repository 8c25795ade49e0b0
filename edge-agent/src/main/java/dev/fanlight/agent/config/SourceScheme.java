package dev.fanlight.agent.config;

/** The kinds of source that {@code camera.source} can name. */
public enum SourceScheme {

    /** The first camera of this computer. */
    AUTO,

    /** The test pattern that the agent draws itself. */
    TEST,

    /** A video file, looped; the location is its path, relative to the working directory. */
    FILE,

    /** A V4L2 camera; the location is its device node or a link to it, of which {@code /dev/v4l/by-id/…} survives replugging. */
    DEVICE
}
