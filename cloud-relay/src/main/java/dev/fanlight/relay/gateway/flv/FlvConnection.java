package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.wire.FlvBuffer;
import java.time.Duration;

/** The connection of one reader, whichever transport it uses. Event loop only, but for {@link #loop} and {@link #post}. */
interface FlvConnection {

    /** How its bytes are framed. */
    FlvBuffer.Transport transport();

    SubscriberLoop loop();

    /** Whether it takes more now. */
    boolean isWritable();

    /** Sets what is run when it is writable again. */
    void onWritable(Runnable action);

    void onClosed(Runnable action);

    /** Runs {@code action} once, unless the connection is closed by then. */
    void after(Duration delay, Runnable action);

    /** Runs {@code action} on the loop. Any thread. */
    void post(Runnable action);

    /** Writes bytes framed for its transport, which the caller still owns. */
    void write(SharedBuffer bytes);

    void flush();

    /** Ends it; does nothing the second time. */
    void end(CloseReason reason);
}
