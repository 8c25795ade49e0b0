package dev.fanlight.relay.stream;

import dev.fanlight.media.TrackSet;

/** An event of a {@link QueuedReader}. */
public sealed interface ReaderEvent {

    /** The state of the stream. */
    record Status(StreamStatus status) implements ReaderEvent {}

    /** The tracks of the frames that follow. */
    record Tracks(TrackSet tracks) implements ReaderEvent {}

    /**
     * The next access unit. The receiver owns one reference to it.
     *
     * @param afterGap whether access units of its track were dropped directly before it; it can still be decoded
     */
    record Frame(IndexedFrame frame, boolean afterGap) implements ReaderEvent {}

    /** The stream has ended for good. */
    record End() implements ReaderEvent {}
}
