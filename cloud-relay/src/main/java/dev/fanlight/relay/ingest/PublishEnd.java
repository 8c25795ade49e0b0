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
    FAILED
}
