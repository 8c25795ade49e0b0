package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.React;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.chat.Rename;
import dev.fanlight.protocol.chat.RenameRefused;
import dev.fanlight.protocol.player.FromPlayerHandler;
import dev.fanlight.protocol.ptz.Ptz;
import dev.fanlight.protocol.ptz.PtzResult;
import dev.fanlight.relay.socket.PeerSocket;
import java.util.Optional;

/** Answers chat messages and commands to the head of a player without the right to send them; everything else is a protocol error. Event loop only. */
record RefusingHandler(PeerSocket socket) implements FromPlayerHandler {

    @Override
    public void on(ChatSend message) {
        socket.send(new ChatRefused(message.clientId(), Refusal.NOT_ALLOWED, Optional.empty()));
    }

    /** Nothing is said of it: the page of who may not react offers none. */
    @Override
    public void on(React message) {}

    @Override
    public void on(Rename message) {
        socket.send(new RenameRefused(Refusal.NOT_ALLOWED, Optional.empty()));
    }

    @Override
    public void on(Moderate message) {
        socket.send(new Moderated(message.clientId(), ModerationResult.NOT_ALLOWED));
    }

    @Override
    public void on(Ptz message) {
        socket.send(new PtzResult(message.clientId(), HeadAnswer.of(HeadResult.NOT_ALLOWED)));
    }
}
