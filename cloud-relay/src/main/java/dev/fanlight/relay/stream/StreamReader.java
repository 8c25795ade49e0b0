package dev.fanlight.relay.stream;

import dev.fanlight.media.TrackSet;
import dev.fanlight.runtime.ClockOffset;

/**
 * Reads a stream. Every method is called under the stream's lock, in the order in which things happened: it must neither block nor call
 * back into the stream. For a reader with a thread of its own there is {@link QueuedReader}.
 */
public interface StreamReader {

    /** The kind of reader; constant. */
    ReaderKind kind();

    /** The state of the stream: first when the reader is attached, then at every change. */
    void onStatus(StreamStatus status);

    /** The offset of the publisher's clock to the relay's; it is subtracted from a capture time to get relay time. */
    void onClock(ClockOffset.Sample sample);

    /** The tracks of the frames that follow: before the first frame of an epoch, and at every change. */
    void onTracks(TrackSet tracks);

    /** Number of viewers of all readers together, when it has changed; at most a few times a second. */
    void onViewers(int count);

    /** The next access unit of any track, owned by the caller. */
    void onFrame(IndexedFrame frame);

    /** The stream has ended for good, because its camera was renamed or removed. The last call. */
    void onEnd();
}
