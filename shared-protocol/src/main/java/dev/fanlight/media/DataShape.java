package dev.fanlight.media;

/** Data have no shape. Immutable. */
public record DataShape() implements TrackShape {

    @Override
    public MediaKind kind() {
        return MediaKind.DATA;
    }
}
