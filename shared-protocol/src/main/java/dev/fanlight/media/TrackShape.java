package dev.fanlight.media;

/** How the decoded media of a track look or sound. Implementations are immutable. */
public sealed interface TrackShape permits VideoShape, AudioShape, DataShape {

    /** What a track of this shape carries. */
    MediaKind kind();
}
