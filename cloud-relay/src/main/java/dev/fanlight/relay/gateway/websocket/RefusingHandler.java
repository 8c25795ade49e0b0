package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.ChatRefused;
import dev.fanlight.protocol.ChatSend;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.Moderate;
import dev.fanlight.protocol.Moderated;
import dev.fanlight.protocol.ModerationResult;
import dev.fanlight.protocol.Prefer;
import dev.fanlight.protocol.Refusal;
import dev.fanlight.protocol.Rename;
import dev.fanlight.protocol.RenameRefused;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.Watch;
import dev.fanlight.relay.socket.PeerSocket;
import java.util.Optional;

/** Answers messages of players who may not send such. Event loop only. */
record RefusingHandler(PeerSocket socket) implements FromPlayer.Handler {

    @Override
    public void on(ChatSend message) {
        socket.send(new ChatRefused(message.clientId(), Refusal.NOT_ALLOWED, Optional.empty()));
    }

    @Override
    public void on(Rename message) {
        socket.send(new RenameRefused(Refusal.NOT_ALLOWED, Optional.empty()));
    }

    @Override
    public void on(Moderate message) {
        socket.send(new Moderated(message.clientId(), ModerationResult.NOT_ALLOWED));
    }

    @Override
    public void on(Ack message) {
        socket.end(CloseReason.PROTOCOL_ERROR);
    }

    @Override
    public void on(Prefer message) {
        socket.end(CloseReason.PROTOCOL_ERROR);
    }

    @Override
    public void on(TimeRequest message) {
        socket.end(CloseReason.PROTOCOL_ERROR);
    }

    @Override
    public void on(Watch message) {
        socket.end(CloseReason.PROTOCOL_ERROR);
    }
}
