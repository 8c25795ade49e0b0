package dev.fanlight.agent.source.camera;

/** What a camera compresses to. */
public enum CameraCodec {
    /** Access units in Annex B. */
    H264,
    /** A JPEG a frame. */
    MJPEG
}
