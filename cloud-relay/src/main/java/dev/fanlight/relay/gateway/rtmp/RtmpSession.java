package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.rtmp.RtmpCommand;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpReader;
import dev.fanlight.protocol.rtmp.ServerHandshake;
import dev.fanlight.protocol.rtmp.ServerMessages;
import dev.fanlight.protocol.rtmp.StatusCode;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Checking;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Ended;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Greeted;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Greeting;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Playing;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Publishing;
import dev.fanlight.relay.gateway.tcp.TcpSocket;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.TokenBucket;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One connection: handshake, commands, then media in or out. Event loop only. */
final class RtmpSession {

    /** Messages without media of a peer in a second. */
    static final int MESSAGES = 50;

    private static final int BURST_SECONDS = 2;
    private static final int PING = 6;
    private static final int PING_BYTES = 6;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final RtmpSocket socket;
    private final RtmpServices services;
    private final ServerHandshake handshake;
    private final RtmpReader reader = new RtmpReader();
    private final RtmpCommands commands;
    private final TokenBucket messages;
    private RtmpState state = new Greeting();
    private ByteBuffer unread = NOTHING;

    private RtmpSession(RtmpSocket socket, RtmpServices services) {
        this.socket = socket;
        this.services = services;
        this.handshake = new ServerHandshake(services.random());
        this.commands = new RtmpCommands(this, socket, services);
        this.messages = new TokenBucket(services.relay().clock(), MESSAGES, MESSAGES * BURST_SECONDS);
    }

    /** Takes over a connection that was just opened, if its address may have one more. */
    static void start(RtmpSocket socket, RtmpServices services) {
        TcpSocket tcp = socket.tcp();
        if (services.connections().open(tcp)) {
            RtmpSession session = new RtmpSession(socket, services);
            tcp.onClosed(session::closed);
            tcp.read(session::received);
            tcp.after(services.timeouts().request(), session::onRequestDeadline);
        }
    }

    RtmpState state() {
        return state;
    }

    /** What the peer has asked for is being checked: nothing is read until {@link #proceed}. */
    void check() {
        state = new Checking();
        socket.tcp().pause();
    }

    /** The connection is at {@code next} now. */
    void enter(RtmpState next) {
        state = next;
    }

    /** The peer was admitted. */
    void admitted(RtmpState next) {
        services.connections().admitted(socket.tcp());
        reader.allowMedia();
        state = next;
    }

    /** Reads on. */
    void proceed() {
        ByteBuffer rest = unread;
        unread = NOTHING;
        received(rest);
        if (!(state instanceof Checking)) {
            socket.tcp().resume();
        }
    }

    /** Informs the peer why it has to go, and closes the connection when it has, or when it has had the time for it. */
    void end(RtmpMessage reason) {
        if (state instanceof Ended) {
            return;
        }
        closed();
        socket.send(reason);
        socket.tcp().resume();
        socket.tcp().after(services.timeouts().close(), socket.tcp()::cut);
    }

    private void received(ByteBuffer in) {
        try {
            read(in);
        } catch (BitstreamException e) {
            services.relay().counters().increment(RelayCounter.PROTOCOL_ERRORS);
            fail("This is not what the relay can take: " + e.getMessage() + ".");
        } catch (RuntimeException e) {
            services.relay().errors().failure("A connection by RTMP could not be served", e);
            fail("The relay cannot go on with this stream.");
        }
    }

    private void fail(String sentence) {
        if (state instanceof Greeting) {
            closed();
            socket.tcp().cut();
        } else {
            end(commands.failure(sentence));
        }
    }

    private void read(ByteBuffer in) throws BitstreamException {
        if (state instanceof Greeting) {
            handshake.take(in).ifPresent(socket::send);
            if (!handshake.isDone()) {
                return;
            }
            state = new Greeted();
        }
        while (!(state instanceof Ended)) {
            if (state instanceof Checking) {
                unread = in;
                return;
            }
            Optional<RtmpMessage> next = reader.next(in);
            if (next.isPresent()) {
                take(next.get());
            }
            reader.acknowledgement().ifPresent(socket::send);
            if (next.isEmpty()) {
                return;
            }
        }
    }

    private void take(RtmpMessage message) throws BitstreamException {
        Optional<FlvTagType> media = FlvTagType.of(message.type().code());
        if (media.isPresent()) {
            media(message, media.get());
            return;
        }
        if (!messages.take(1)) {
            throw new BitstreamException("more than " + MESSAGES + " messages a second");
        }
        switch (message.type()) {
            case COMMAND, COMMAND_AMF3 -> commands.take(RtmpCommand.read(message), message.streamId());
            case USER_CONTROL -> control(message.body());
            default -> {
                // Acknowledgements and the like: how much waits is seen by the socket.
            }
        }
    }

    private void media(RtmpMessage message, FlvTagType type) throws BitstreamException {
        if (state instanceof Publishing publishing) {
            publishing.publisher().media(message, type);
        } else if (!messages.take(1)) {
            throw new BitstreamException("media before the stream was accepted");
        }
    }

    private void control(ByteBuffer body) {
        if (body.remaining() >= PING_BYTES && body.getShort(body.position()) == PING) {
            socket.send(ServerMessages.pingReply(body.getInt(body.position() + Short.BYTES)));
        }
    }

    private void closed() {
        if (state instanceof Publishing publishing) {
            publishing.publisher().close();
        } else if (state instanceof Playing playing) {
            playing.reader().close();
        }
        state = new Ended();
    }

    private void onRequestDeadline() {
        if (state instanceof Greeting || state instanceof Greeted || state instanceof RtmpState.Connected) {
            end(ServerMessages.status(0, StatusCode.CONNECTION_CLOSED, "The relay has waited too long for a stream."));
        }
    }
}
