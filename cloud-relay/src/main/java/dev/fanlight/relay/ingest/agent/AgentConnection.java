package dev.fanlight.relay.ingest.agent;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.relay.ingest.PublishConnection;
import dev.fanlight.relay.ingest.PublishEnd;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stream.PublishDemand;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An agent’s socket as the connection of its publish session. Event loop only, but for {@link #execute}.
 *
 * @param socket the socket
 * @param heads commands to its camera’s head
 * @param report what is needed of it
 */
record AgentConnection(PeerSocket socket, HeadRequests heads, DemandReport report) implements PublishConnection {

    private static final Duration RECONNECT = Duration.ofMillis(200);

    @Override
    public void execute(Runnable task) {
        socket.post(task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        socket.after(delay, task);
    }

    @Override
    public void demand(PublishDemand demand) {
        report.demand(demand);
    }

    @Override
    public void requestKeyFrame(int track) {
        socket.send(new KeyFrameRequest(track));
    }

    @Override
    public void head(HeadCommand command, Consumer<HeadAnswer> answer) {
        heads.ask(command, answer);
    }

    @Override
    public void ended(PublishEnd reason) {
        switch (reason) {
            case REPLACED -> socket.end(CloseReason.REPLACED);
            case REVOKED -> socket.end(CloseReason.NOT_AUTHENTIC);
            case MOVED -> socket.end(CloseReason.RESTARTING, Optional.of(RECONNECT));
            case OVER_RATE -> socket.end(CloseReason.BUSY);
            case FRAME_TOO_BIG -> socket.end(CloseReason.TOO_BIG);
            case UNANNOUNCED_TRACK -> socket.end(CloseReason.PROTOCOL_ERROR);
            case FAILED -> socket.end(CloseReason.INTERNAL_ERROR);
        }
    }
}
