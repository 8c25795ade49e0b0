package dev.fanlight.relay.socket;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.wire.ControlText;
import dev.fanlight.relay.wire.WebSocketForm;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * One WebSocket of a peer. Everything the relay says is written in wire form behind the WebSocket encoder, in the order of the calls;
 * it ends with a {@code goodbye}, a close frame with a reason, and at the latest {@link #CLOSE_LIMIT} later. Event loop only, but for
 * {@link #loop()}, {@link #address()} and {@link #post}.
 */
public final class PeerSocket {

    /** How long a peer has to answer a close frame before its connection is cut. */
    public static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    /** Unsent bytes the kernel holds at most where it can be told so: beyond them frames wait where they can still be dropped. */
    private static final long NOT_SENT_LOW_WATER = 32 * 1024;

    /** Bytes that wait in the pipeline before a socket takes no more: as few as can be, because they cannot be dropped. */
    private static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(8 * 1024, 32 * 1024);

    private final ServerWebSocket socket;
    private final Handshake handshake;
    private final ChannelHandlerContext encoder;
    private final RelayCounters counters;
    private final ErrorLog errors;
    private final SubscriberLoop loop;
    private final FramedWriter writer;
    private final SocketTimers timers;
    private Runnable whenWritable = () -> {};
    private boolean ending;

    private PeerSocket(ServerWebSocket socket, Handshake handshake, RelayCounters counters, ErrorLog errors) {
        this.socket = socket;
        this.handshake = handshake;
        this.counters = counters;
        this.errors = errors;
        // The only way to write bytes that are framed already; checked against Vert.x 5.0.10.
        ChannelHandlerContext last = ((WebSocketInternal) socket).channelHandlerContext();
        this.encoder = last.pipeline().context(WebSocketFrameEncoder.class);
        last.pipeline().addBefore(last.name(), "fanlight", new ChannelListener(new Events()));
        channel().config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, NOT_SENT_LOW_WATER);
        channel().config().setWriteBufferWaterMark(WAITING);
        this.loop = new SocketLoop(channel().eventLoop());
        this.writer = writer(encoder, errors);
        this.timers = new SocketTimers(channel().eventLoop());
        onClosed(timers::end);
    }

    /** Takes a socket over that has just been opened. */
    public static PeerSocket of(ServerWebSocket socket, Handshake handshake, RelayCounters counters, ErrorLog errors) {
        return new PeerSocket(socket, handshake, counters, errors);
    }

    /** Whom limits count this peer as. Any thread. */
    public AddressKey address() {
        return handshake.key();
    }

    /** What was said when it was opened. Any thread. */
    public Handshake handshake() {
        return handshake;
    }

    /**
     * Begins to read.
     *
     * @param maxBinary largest binary message, 0 when there must be none
     */
    public void read(MessageReceiver receiver, int maxBinary) {
        read(receiver, WireLimits.MAX_CONTROL_BYTES, maxBinary);
    }

    /**
     * Begins to read, with another limit for control messages than the protocol’s.
     *
     * @param maxText largest text message in bytes
     * @param maxBinary largest binary message in bytes, 0 when there must be none
     */
    public void read(MessageReceiver receiver, int maxText, int maxBinary) {
        MessageAssembler assembler = new MessageAssembler(receiver, maxText, maxBinary);
        socket.frameHandler(frame -> accept(assembler, frame));
        socket.closeHandler(closed -> {
            ending = true;
            writer.shut();
            receiver.closed();
        });
    }

    /** Called when the socket takes more again after it was not {@link #isWritable()}. */
    public void onWritable(Runnable action) {
        whenWritable = action;
    }

    /** Runs {@code action} on the loop when the socket is closed. */
    public void onClosed(Runnable action) {
        channel().closeFuture().addListener(closed -> action.run());
    }

    /** Runs {@code action} once on the loop, unless the socket is gone by then. */
    public void after(Duration delay, Runnable action) {
        timers.after(delay, () -> guard(action));
    }

    /** Runs {@code action} on the loop again and again while the socket is open. */
    public void every(Duration interval, Runnable action) {
        timers.every(interval, () -> guard(action));
    }

    /** Runs {@code action} on the loop soon, if there still is one. Any thread. */
    public void post(Runnable action) {
        try {
            eventLoop().execute(() -> guard(action));
        } catch (RejectedExecutionException e) {
            errors.warn("Something was to be done for a socket after the end");
        }
    }

    /** The event loop that serves this socket. */
    public SubscriberLoop loop() {
        return loop;
    }

    /** For buffers that will be written here. */
    public ByteBufAllocator allocator() {
        return encoder.alloc();
    }

    /** Whether it takes more without growing its buffer beyond the mark. */
    public boolean isWritable() {
        return channel().isWritable();
    }

    /** Bytes that were written and not yet taken by the kernel. */
    public long unsentBytes() {
        ChannelOutboundBuffer buffer = channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** Sends a control message. */
    public void send(Message message) {
        assert onLoop();
        ControlText text = ControlText.of(message);
        write(text);
        flush();
        text.release();
    }

    /** The shortest way for what many get. */
    public SubscriberOutput receiver() {
        return writer;
    }

    /** Writes something that is framed already, which is borrowed; it goes out with the next {@link #flush()} at the latest. */
    public void write(WebSocketForm message) {
        assert onLoop();
        writer.write(message);
    }

    /** Sends what was written. */
    public void flush() {
        assert onLoop();
        writer.flush();
    }

    /** Says goodbye and closes; does nothing the second time. */
    public void end(CloseReason reason) {
        end(reason, Optional.empty());
    }

    /** Says goodbye, with a time after which to come back, and closes. */
    public void end(CloseReason reason, Optional<Duration> retryAfter) {
        assert onLoop();
        if (ending) {
            return;
        }
        send(new Goodbye(reason.wireName(), retryAfter));
        ending = true;
        writer.shut();
        var unused = socket.close((short) reason.code(), reason.wireName());
        timers.after(CLOSE_LIMIT, () -> ChannelCut.now(channel()));
    }

    /** Whether nothing will be sent any more. */
    public boolean isEnding() {
        return ending;
    }

    private static FramedWriter writer(ChannelHandlerContext encoder, ErrorLog errors) {
        PipelineWriter pipeline = new PipelineWriter(encoder);
        return DirectWriter.of(encoder.channel(), pipeline)
                .<FramedWriter>map(direct -> direct)
                .or(() -> DirectTlsWriter.of(encoder.channel(), pipeline, errors))
                .orElse(pipeline);
    }

    private boolean onLoop() {
        return eventLoop().inEventLoop();
    }

    private void guard(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            errors.failure("Something could not be done for a socket", e);
            end(CloseReason.INTERNAL_ERROR);
        }
    }

    private void accept(MessageAssembler assembler, WebSocketFrame frame) {
        if (ending) {
            return;
        }
        try {
            assembler.accept(frame);
        } catch (ProtocolException e) {
            counters.increment(RelayCounter.PROTOCOL_ERRORS);
            end(e.reason());
        } catch (RuntimeException e) {
            errors.failure("A message could not be handled", e);
            end(CloseReason.INTERNAL_ERROR);
        }
    }

    private void onCorrupted(boolean tooBig) {
        if (!ending) {
            counters.increment(RelayCounter.PROTOCOL_ERRORS);
        }
        String decoder = encoder.pipeline().context(WebSocketFrameDecoder.class).name();
        encoder.pipeline().addBefore(decoder, "discard", new DiscardHandler());
        end(tooBig ? CloseReason.TOO_BIG : CloseReason.PROTOCOL_ERROR);
    }

    private Channel channel() {
        return encoder.channel();
    }

    private EventLoop eventLoop() {
        return channel().eventLoop();
    }

    /** Hands on what the channel says. */
    private final class Events implements ChannelListener.Events {

        @Override
        public void writable() {
            whenWritable.run();
        }

        @Override
        public void corrupted(boolean tooBig) {
            onCorrupted(tooBig);
        }
    }
}
