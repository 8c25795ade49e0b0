package dev.fanlight.relay.conformance;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.http.listen.LimitedTransport;
import dev.fanlight.relay.http.listen.ListenerOptions;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.socket.Handshake;
import dev.fanlight.relay.socket.MessageReceiver;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.wire.EchoForm;
import dev.fanlight.relay.wire.WebSocketForm;
import dev.fanlight.runtime.NanoClock;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sends back what it gets, through the relay’s own listener options, sockets, assembly and framing: what the conformance suite speaks
 * to. Only the goodbye message is left out, which belongs to our protocol, and the limits are those of the suite’s cases.
 */
public final class EchoServer {

    private static final int MAX_BYTES = 128 * 1024;
    private static final RelayTimeouts.Connections TIMEOUTS = RelayTimeouts.STANDARD.connections();

    private final RelayCounters counters = new RelayCounters();
    private final ErrorLog errors = new ErrorLog(NanoClock.SYSTEM);

    private EchoServer() {}

    /** Listens on this computer’s own address, where the suite looks for it, on the port that is the only argument. */
    public static void main(String[] arguments) throws UnknownHostException {
        EchoServer echo = new EchoServer();
        Vertx vertx = Vertx.builder()
                .withTransport(LimitedTransport.ofSystem(echo.counters, echo.errors))
                .build();
        vertx.createHttpServer(ListenerOptions.plain(TIMEOUTS))
                .requestHandler(echo::upgrade)
                .listen(
                        Integer.parseInt(arguments[0]),
                        InetAddress.getLocalHost().getHostAddress())
                .await();
    }

    private void upgrade(HttpServerRequest request) {
        request.toWebSocket().onSuccess(this::serve);
    }

    private void serve(ServerWebSocket socket) {
        ((WebSocketInternal) socket).channelHandlerContext().pipeline().addFirst(new GoodbyeFilter());
        PeerSocket peer = PeerSocket.of(
                socket,
                new Handshake(InetAddress.getLoopbackAddress(), Credentials.NONE),
                TIMEOUTS.close(),
                counters,
                errors);
        peer.read(new Echo(peer), MAX_BYTES, MAX_BYTES);
    }

    private record Echo(PeerSocket peer) implements MessageReceiver {

        @Override
        public void text(byte[] message) throws ProtocolException {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
            } catch (CharacterCodingException e) {
                throw new ProtocolException(CloseReason.BAD_TEXT, "text must be UTF-8");
            }
            send(EchoForm.text(message));
        }

        @Override
        public void binary(List<ByteBuf> parts) {
            send(EchoForm.binary(Unpooled.wrappedBuffer(parts.toArray(ByteBuf[]::new))));
        }

        @Override
        public void control(int bytes) {}

        @Override
        public void closed() {
            // There is nothing to give back.
        }

        private void send(WebSocketForm form) {
            peer.write(form);
            peer.flush();
        }
    }
}
