package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.relay.gateway.tcp.TcpSocket;
import dev.fanlight.relay.ingest.PublishConnection;
import dev.fanlight.relay.ingest.PublishEnd;
import dev.fanlight.relay.stream.PublishDemand;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A peer’s socket as the connection of its publish session. RTMP has no message for demand and key frames. Event loop only, but for
 * {@link #execute}.
 *
 * @param socket the socket
 * @param end ends the connection with a sentence
 */
record RtmpPublishConnection(TcpSocket socket, Consumer<String> end) implements PublishConnection {

    @Override
    public void execute(Runnable task) {
        socket.execute(task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        socket.after(delay, task);
    }

    @Override
    public void demand(PublishDemand demand) {
        // It sends what it sends.
    }

    @Override
    public void requestKeyFrame(int track) {
        // The next one comes when the encoder’s interval is over.
    }

    @Override
    public void ended(PublishEnd reason) {
        end.accept(reason.sentence());
    }
}
