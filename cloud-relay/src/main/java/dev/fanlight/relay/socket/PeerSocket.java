package dev.fanlight.relay.socket;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.wire.ControlText;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One WebSocket of a peer. All messages are framed already and written past the WebSocket encoder, in the order of the calls. It ends with
 * a {@code goodbye} and a close frame with a reason, and is cut a while later at the latest. Event loop only, but for
 * {@link #loop()}, {@link #address()} and {@link #post}.
 */
public final class PeerSocket extends FrameChannel {

    private static final Logger LOG = Logger.getLogger(PeerSocket.class.getName());

    private final ServerWebSocket socket;
    private final Handshake handshake;
    private final RelayCounters counters;
    private Optional<MessageReceiver> receiver = Optional.empty();
    private boolean ending;

    private PeerSocket(
            ServerWebSocket socket,
            ChannelHandlerContext last,
            Handshake handshake,
            Duration closeLimit,
            RelayCounters counters,
            ErrorLog errors) {
        // The only way to write bytes that are framed already; checked against Vert.x 5.0.10.
        super(last.pipeline().context(WebSocketFrameEncoder.class), closeLimit, errors);
        this.socket = socket;
        this.handshake = handshake;
        this.counters = counters;
        last.pipeline().addBefore(last.name(), "fanlight", new ChannelListener(new Events()));
    }

    /**
     * Wraps a socket that has just been opened.
     *
     * @param closeLimit how long a peer has to answer a close frame before its connection is cut
     */
    public static PeerSocket of(
            ServerWebSocket socket, Handshake handshake, Duration closeLimit, RelayCounters counters, ErrorLog errors) {
        ChannelHandlerContext last = ((WebSocketInternal) socket).channelHandlerContext();
        return new PeerSocket(socket, last, handshake, closeLimit, counters, errors);
    }

    /** The key under which limits count this peer. Any thread. */
    public AddressKey address() {
        return handshake.key();
    }

    /** The request that opened it. Any thread. */
    public Handshake handshake() {
        return handshake;
    }

    /**
     * Begins to read, with the protocol’s limit for control messages.
     *
     * @param maxBinary largest binary message in bytes, 0 when none is allowed
     */
    public void read(MessageReceiver receiver, int maxBinary) {
        read(receiver, WireLimits.MAX_CONTROL_BYTES, maxBinary);
    }

    /**
     * Begins to read.
     *
     * @param maxText largest text message in bytes
     * @param maxBinary largest binary message in bytes, 0 when none is allowed
     */
    public void read(MessageReceiver receiver, int maxText, int maxBinary) {
        MessageAssembler assembler = new MessageAssembler(receiver, maxText, maxBinary);
        socket.frameHandler(frame -> scope().run(() -> accept(() -> assembler.accept(frame))));
        this.receiver = Optional.of(receiver);
        socket.closeHandler(closed -> {
            ending = true;
            writer().shut();
            scope().run(receiver::closed);
        });
    }

    /**
     * Takes frames of up to {@code maxBytes} from now on: browsers cut a message into frames as they like. Only for a peer that has
     * authenticated, because a frame is held in memory until its end.
     */
    public void allowFrames(int maxBytes) {
        assertOnLoop();
        WebSocketDecoderConfig limits = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(maxBytes)
                .build();
        channel()
                .pipeline()
                .replace(WebSocketFrameDecoder.class, "fanlight-frames", new WebSocket13FrameDecoder(limits));
    }

    /** Allocator for buffers that are written here. */
    public ByteBufAllocator allocator() {
        return encoder().alloc();
    }

    /** Bytes that were written and not yet accepted by the kernel. */
    public long unsentBytes() {
        ChannelOutboundBuffer buffer = channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** Sends a control message. */
    public void send(Message message) {
        assertOnLoop();
        ControlText text = ControlText.of(message);
        write(text);
        flush();
        text.release();
    }

    /** Sends a control message that is no {@link Message}: one between relays. */
    public void sendText(String json) {
        assertOnLoop();
        ControlText text = ControlText.of(json);
        write(text);
        flush();
        text.release();
    }

    /** Output for bytes that many peers receive, past the queues where possible. */
    public SubscriberOutput directOutput() {
        return writer();
    }

    /** Sends {@code goodbye} and closes; does nothing the second time. */
    public void end(CloseReason reason) {
        end(reason, Optional.empty());
    }

    /** Sends {@code goodbye}, with a time after which to reconnect, and closes; does nothing the second time. */
    public void end(CloseReason reason, Optional<Duration> retryAfter) {
        assertOnLoop();
        if (ending) {
            return;
        }
        send(new Goodbye(reason.wireName(), retryAfter, scope().request()));
        close(reason);
    }

    /** As {@link #end}, without {@code goodbye}: for a peer that speaks another protocol. Does nothing the second time. */
    public void close(CloseReason reason) {
        assertOnLoop();
        if (ending) {
            return;
        }
        ending = true;
        scope().run(() -> LOG.log(Level.FINE, "A socket is closed: {0}", reason.wireName()));
        writer().shut();
        var unused = socket.close((short) reason.code(), reason.wireName());
        cutLater();
    }

    /** As {@link #end}, but waits for no answer: for a peer that is not owed the time of one. */
    public void cut(CloseReason reason) {
        end(reason);
        ChannelCut.now(channel());
    }

    /** Whether it is closing or closed, so that nothing more is sent. */
    public boolean isEnding() {
        return ending;
    }

    @Override
    void fail() {
        end(CloseReason.INTERNAL_ERROR);
    }

    @FunctionalInterface
    private interface Input {
        void take() throws ProtocolException;
    }

    private void accept(Input input) {
        if (ending) {
            return;
        }
        try {
            input.take();
        } catch (ProtocolException e) {
            counters.increment(RelayCounter.PROTOCOL_ERRORS);
            end(e.reason());
        } catch (RuntimeException e) {
            errors().failure("A message could not be handled; the socket is closed", e);
            end(CloseReason.INTERNAL_ERROR);
        }
    }

    private void onCorrupted(boolean tooBig) {
        if (!ending) {
            counters.increment(RelayCounter.PROTOCOL_ERRORS);
        }
        String decoder =
                encoder().pipeline().context(WebSocketFrameDecoder.class).name();
        encoder().pipeline().addBefore(decoder, "discard", new DiscardHandler());
        end(tooBig ? CloseReason.TOO_BIG : CloseReason.PROTOCOL_ERROR);
    }

    private final class Events implements ChannelListener.Events {

        @Override
        public void writable() {
            PeerSocket.this.writable();
        }

        @Override
        public boolean control(int bytes) {
            receiver.ifPresent(peer -> scope().run(() -> accept(() -> peer.control(bytes))));
            return !ending;
        }

        @Override
        public void corrupted(boolean tooBig) {
            onCorrupted(tooBig);
        }
    }
}
