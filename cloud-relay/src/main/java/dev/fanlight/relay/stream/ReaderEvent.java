package dev.fanlight.relay.stream;

import dev.fanlight.media.TrackSet;

/** What a {@link QueuedReader} hands out, in order. */
public sealed interface ReaderEvent {

    /** How the stream stands. */
    record Status(StreamStatus status) implements ReaderEvent {}

    /** What the next frames belong to. */
    record Tracks(TrackSet tracks) implements ReaderEvent {}

    /**
     * The next access unit. The receiver owns one reference to it.
     *
     * @param afterGap whether access units of its track were dropped before it; it can be decoded all the same
     */
    record Frame(IndexedFrame frame, boolean afterGap) implements ReaderEvent {}

    /** The stream is gone for good. */
    record End() implements ReaderEvent {}
}
