package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.chat.ChatMember;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.wire.WebSocketForm;

/**
 * An agent’s socket as a room of the chat sees it: it writes, gets the answer, and hears nothing else. Event loop only, but for {@link #loop}.
 *
 * @param socket the socket
 */
record AgentChatMember(PeerSocket socket) implements ChatMember {

    @Override
    public SubscriberLoop loop() {
        return socket.loop();
    }

    @Override
    public boolean joins() {
        return false;
    }

    /** Everything that a room of this relay sends was made by package {@code wire}. */
    @Override
    public void send(SharedBuffer message) {
        socket.write((WebSocketForm) message);
        socket.flush();
    }

    /** A camera is not disconnected for what is said at it: its lines are refused. */
    @Override
    public void disconnect(CloseReason reason) {}
}
