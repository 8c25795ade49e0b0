package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.socket.EndlessBody;
import dev.fanlight.relay.socket.FrameChannel;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.wire.StreamBuffer.Transport;
import dev.fanlight.relay.wire.WebSocketForm;
import java.util.function.Consumer;

/**
 * The connection of one reader, whichever transport it uses.
 *
 * @param transport how its bytes are framed
 * @param channel where they go
 * @param ending ends it, on its loop; does nothing the second time
 */
record FlvConnection(Transport transport, FrameChannel channel, Consumer<CloseReason> ending) {

    /** A reader by HTTP, which learns of the end but of no reason. */
    static FlvConnection of(EndlessBody body) {
        return new FlvConnection(Transport.HTTP, body, reason -> body.end());
    }

    /** A reader by WebSocket, which gets the reason with the close frame and nothing in our protocol. */
    static FlvConnection of(PeerSocket socket) {
        return new FlvConnection(Transport.WEBSOCKET, socket, socket::close);
    }

    /** Writes bytes framed for its transport by package {@code wire}, which the caller still owns. */
    void write(SharedBuffer bytes) {
        channel.write((WebSocketForm) bytes);
    }

    /** Ends it. On its loop. */
    void end(CloseReason reason) {
        ending.accept(reason);
    }
}
