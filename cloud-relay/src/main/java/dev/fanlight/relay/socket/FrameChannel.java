package dev.fanlight.relay.socket;

import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.wire.WebSocketForm;
import java.time.Duration;

/**
 * A connection over which frames are sent, framed already, in the order of the calls. Event loop only, but for {@link #loop()} and
 * {@link #post}.
 */
public sealed interface FrameChannel permits PeerSocket, EndlessBody {

    /** The event loop that serves it. */
    SubscriberLoop loop();

    /** Whether its buffer is below the high water mark. */
    boolean isWritable();

    /** Sets what is run when it is {@link #isWritable()} again. */
    void onWritable(Runnable action);

    /** Runs {@code action} on the loop when it is closed. */
    void onClosed(Runnable action);

    /** Runs {@code action} once on the loop, unless it is closed by then. */
    void after(Duration delay, Runnable action);

    /** Runs {@code action} on the loop, unless the loop has ended. Any thread. */
    void post(Runnable action);

    /** Writes a framed message, which the caller still owns; it is sent with the next {@link #flush()} at the latest. */
    void write(WebSocketForm message);

    /** Sends what was written. */
    void flush();
}
