package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.chat.ChatMember;
import dev.fanlight.relay.fanout.ViewerOutput;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stream.MediaFrame;
import dev.fanlight.relay.wire.WebSocketForm;
import dev.fanlight.relay.wire.WireFrame;
import java.time.Duration;

/** A player’s socket as hub and chat see it. Event loop only, but for {@link #loop()}. */
final class SocketOutput implements ViewerOutput, ChatMember {

    /** A player that leaves so many bytes of messages untaken is too slow. */
    static final long MAX_UNSENT_BYTES = 2 * 1024 * 1024;

    private final PeerSocket socket;
    private final Features features;

    SocketOutput(PeerSocket socket, Features features) {
        this.socket = socket;
        this.features = features;
    }

    @Override
    public SubscriberLoop loop() {
        return socket.loop();
    }

    @Override
    public boolean showsReactions() {
        return features.has(Features.REACTIONS);
    }

    @Override
    public boolean isWritable() {
        return socket.isWritable();
    }

    @Override
    public void write(MediaFrame frame) {
        socket.write(wireForm(frame.in(WireFrame.FORM)));
    }

    @Override
    public SubscriberOutput directOutput() {
        return socket.directOutput();
    }

    @Override
    public void flush() {
        socket.flush();
    }

    @Override
    public void send(SharedBuffer message) {
        if (socket.unsentBytes() > MAX_UNSENT_BYTES) {
            disconnect();
            return;
        }
        socket.write(wireForm(message));
        socket.flush();
    }

    @Override
    public void send(ToPlayer message) {
        socket.send(message);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        socket.after(delay, task);
    }

    @Override
    public void disconnect(CloseReason reason) {
        socket.end(reason);
    }

    @Override
    public void disconnect() {
        socket.end(CloseReason.TOO_SLOW);
    }

    /** Everything that reaches a hub or a room of this relay was made by package {@code wire}. */
    private static WebSocketForm wireForm(SharedBuffer shared) {
        return (WebSocketForm) shared;
    }
}
