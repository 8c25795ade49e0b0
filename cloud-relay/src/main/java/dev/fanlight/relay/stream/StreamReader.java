package dev.fanlight.relay.stream;

import dev.fanlight.media.TrackSet;
import dev.fanlight.runtime.ClockOffset;

/**
 * Reads a stream. Every method is called under the stream's lock, in the order in which things happened: it must neither block nor call
 * back into the stream. A reader with a thread of its own takes {@link QueuedReader}.
 */
public interface StreamReader {

    /** What it is; never changes. */
    ReaderKind kind();

    /** How the stream stands: first of all when the reader is attached, then at every change. */
    void onStatus(StreamStatus status);

    /** How the publisher's clock stands to the relay's: to be added to a capture time is minus the sample's offset. */
    void onClock(ClockOffset.Sample sample);

    /** What the next frames belong to: before the first frame of an epoch, and at every change. */
    void onTracks(TrackSet tracks);

    /** How many people watch by all readers together; at most a few times a second. */
    void onViewers(int people);

    /** The next access unit of any track, borrowed. */
    void onFrame(IndexedFrame frame);

    /** The stream is gone for good, because its camera has another name or was removed. Nothing comes after this. */
    void onEnd();
}
