package dev.fanlight.relay.gateway.push;

/** What becomes of the sound of a stream that is pushed. */
enum PushSound {
    /** That of the camera. */
    COPY,
    /** That of the camera as AAC, whatever it was. */
    AAC,
    /** Silent AAC. */
    SILENCE,
    /** There is none. */
    NONE
}
