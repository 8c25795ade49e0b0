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
    DEVICE,

    /** A camera or server that speaks RTSP; the location is its URL, {@code rtsp:} or {@code rtsps:}. */
    RTSP,

    /** A camera that pushes RTMP to this computer; the location is where it is waited for, {@code rtmp://ADDRESS[:PORT]/live/KEY}. */
    RTMP,
    /** A camera that speaks ONVIF and names the address of its RTSP stream; the location is {@code onvif://HOST[:PORT][/PROFILE]}. */
    ONVIF,

    /** MJPEG, MPEG-TS, HLS or a file over HTTP; the location is its URL, {@code http:} or {@code https:}. */
    HTTP,

    /** A program that writes Annex B, MJPEG or MPEG-TS to its stdout; the location is a command for the shell. */
    COMMAND,

    /** A CSI camera of a Raspberry Pi, through {@code rpicam-vid}; the location is its number. */
    CSI
}
