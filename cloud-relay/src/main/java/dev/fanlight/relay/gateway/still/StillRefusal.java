package dev.fanlight.relay.gateway.still;

/** Why there is no JPEG for who may watch. */
enum StillRefusal {
    /** The owner, or somebody at the camera, has paused it. */
    PAUSED(409, "The camera is paused.\n"),
    /** No key frame has come since the relay started, or none is kept any more. */
    NONE_YET(503, "There is no still of this camera yet. Add wake=1 to the address to wake the camera for one.\n"),
    /** It was woken, and sent nothing in time. */
    NOT_AWAKE(504, "The camera did not send a still in time. It may be off.\n"),
    /** FLV or FFmpeg has no such codec, or the video is encrypted end to end. */
    NOT_READABLE(
            501,
            "The video of this camera cannot be made into a JPEG: its codec is not supported, or it is encrypted.\n"),
    /** There are too many children, or too many wait. */
    BUSY(503, "This relay makes as many JPEGs as it can. Try again later.\n"),
    /** The child has failed, or took too long. */
    FAILED(502, "The newest key frame of this camera could not be made into a JPEG.\n");

    private final int status;
    private final String sentence;

    StillRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The code of the response. */
    int status() {
        return status;
    }

    /** What it says to people. */
    String sentence() {
        return sentence;
    }
}
