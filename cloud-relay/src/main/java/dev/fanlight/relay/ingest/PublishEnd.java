package dev.fanlight.relay.ingest;

/** Why a publish session ended, other than by {@link PublishSession#close()}. */
public enum PublishEnd {
    /** A newer publisher of the same camera took its place; the publisher must not connect again by itself. */
    REPLACED,
    /** Its credential was revoked, or the camera was removed. */
    REVOKED,
    /** The camera was renamed: the publisher is to connect again. */
    MOVED,
    /** It sent more than {@link PublishRates} allow. */
    OVER_RATE,
    /** It sent an access unit larger than {@link PublishRates#MAX_FRAME_BYTES}. */
    FRAME_TOO_BIG,
    /** It sent an access unit of a track that it had not announced. */
    UNANNOUNCED_TRACK,
    /** The relay could not check its right any more. */
    FAILED;

    /** What a publisher that holds a publish key is told. */
    public String sentence() {
        return switch (this) {
            case REPLACED -> "Another publisher of this camera has taken its place.";
            case REVOKED -> "This key is not valid any more.";
            case MOVED -> "The camera was renamed. Connect again.";
            case OVER_RATE -> "This is more than 260 frames and packets or 20 Mbit a second.";
            case FRAME_TOO_BIG -> "A frame has at most 2 MiB.";
            case UNANNOUNCED_TRACK, FAILED -> "The relay could not go on with this stream. Connect again.";
        };
    }
}
