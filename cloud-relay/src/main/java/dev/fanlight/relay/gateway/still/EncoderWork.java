package dev.fanlight.relay.gateway.still;

/** What a child is fed. */
enum EncoderWork {
    /** One key frame, and then the end: for codecs whose decoder holds the last one back. */
    ONE,
    /** Key frames as they come. */
    KEY_FRAMES,
    /** All frames, from a key frame on. */
    FRAMES
}
