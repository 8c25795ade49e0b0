package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.wire.FlvBuffer;
import dev.fanlight.relay.wire.WebSocketForm;
import java.time.Duration;

/**
 * A reader by WebSocket.
 *
 * @param socket whose peer sends nothing
 */
record SocketFlv(PeerSocket socket) implements FlvConnection {

    @Override
    public FlvBuffer.Transport transport() {
        return FlvBuffer.Transport.WEBSOCKET;
    }

    @Override
    public SubscriberLoop loop() {
        return socket.loop();
    }

    @Override
    public boolean isWritable() {
        return socket.isWritable();
    }

    @Override
    public void onWritable(Runnable action) {
        socket.onWritable(action);
    }

    @Override
    public void onClosed(Runnable action) {
        socket.onClosed(action);
    }

    @Override
    public void after(Duration delay, Runnable action) {
        socket.after(delay, action);
    }

    @Override
    public void post(Runnable action) {
        socket.post(action);
    }

    @Override
    public void write(SharedBuffer bytes) {
        socket.write((WebSocketForm) bytes);
    }

    @Override
    public void flush() {
        socket.flush();
    }

    @Override
    public void end(CloseReason reason) {
        socket.close(reason);
    }
}
