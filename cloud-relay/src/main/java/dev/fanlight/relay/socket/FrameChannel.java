package dev.fanlight.relay.socket;

import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.log.RequestScope;
import dev.fanlight.relay.wire.WebSocketForm;
import dev.fanlight.runtime.NanoClock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/**
 * A connection over which frames are sent, framed already and written past the encoder of its protocol, in the order of the calls. Event loop
 * only, but for {@link #loop()} and {@link #post}.
 */
public abstract sealed class FrameChannel permits PeerSocket, EndlessBody {

    private final ChannelHandlerContext encoder;
    private final Duration closeLimit;
    private final ErrorLog errors;
    private final RequestScope scope = RequestScope.current();
    private final SubscriberLoop loop;
    private final FramedWriter writer;
    private final SocketTimers timers;
    private Runnable whenWritable = () -> {};

    /**
     * Sets a connection up.
     *
     * @param encoder would frame what is written
     * @param closeLimit how long the peer has to take the end before the connection is cut
     */
    FrameChannel(ChannelHandlerContext encoder, Duration closeLimit, ErrorLog errors) {
        this.encoder = encoder;
        this.closeLimit = closeLimit;
        this.errors = errors;
        SocketOptions.streaming(channel());
        this.loop = new SocketLoop(channel().eventLoop());
        this.writer = FramedWriter.of(encoder, errors);
        this.timers = new SocketTimers(channel().eventLoop(), NanoClock.SYSTEM);
        onClosed(timers::end);
    }

    /** The event loop that serves it. */
    public final SubscriberLoop loop() {
        return loop;
    }

    /** Whether its buffer is below the high water mark. */
    public final boolean isWritable() {
        return channel().isWritable();
    }

    /** Sets what is run when it is {@link #isWritable()} again. */
    public final void onWritable(Runnable action) {
        whenWritable = action;
    }

    /** Runs {@code action} on the loop when it is closed. */
    public final void onClosed(Runnable action) {
        channel().closeFuture().addListener(closed -> scope.run(action));
    }

    /** Runs {@code action} once on the loop, unless it is closed by then. */
    public final void after(Duration delay, Runnable action) {
        timers.after(delay, () -> guard(action));
    }

    /** Runs {@code action} on the loop periodically while it is open. */
    public final void every(Duration interval, Runnable action) {
        timers.every(interval, () -> guard(action));
    }

    /** Runs {@code action} on the loop, unless the loop has ended. Any thread. */
    public final void post(Runnable action) {
        try {
            channel().eventLoop().execute(() -> guard(action));
        } catch (RejectedExecutionException e) {
            errors.warn("A task for a socket was dropped because its event loop has ended");
        }
    }

    /** Writes a framed message, which the caller still owns; it is sent with the next {@link #flush()} at the latest. */
    public final void write(WebSocketForm message) {
        assertOnLoop();
        writer.write(message);
    }

    /** Sends what was written. */
    public final void flush() {
        assertOnLoop();
        writer.flush();
    }

    /** Closes it after a failure of the relay. */
    abstract void fail();

    final void writable() {
        scope.run(whenWritable);
    }

    /** Cuts the connection when the peer has not taken the end in time. */
    final void cutLater() {
        timers.after(closeLimit, () -> ChannelCut.now(channel()));
    }

    final void assertOnLoop() {
        assert channel().eventLoop().inEventLoop();
    }

    final ChannelHandlerContext encoder() {
        return encoder;
    }

    final FramedWriter writer() {
        return writer;
    }

    final ErrorLog errors() {
        return errors;
    }

    final Channel channel() {
        return encoder.channel();
    }

    /** Where log lines name the request that opened it. */
    final RequestScope scope() {
        return scope;
    }

    private void guard(Runnable action) {
        scope.run(() -> guarded(action));
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            errors.failure("A task for a socket failed; the socket is closed", e);
            fail();
        }
    }
}
