package dev.fanlight.protocol.player;

import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.React;
import dev.fanlight.protocol.chat.Rename;
import dev.fanlight.protocol.ptz.Ptz;

/**
 * Receives the messages of a player: an implementation overrides the methods for the messages it expects, and any other message is a
 * protocol error. Methods are called on the thread that calls {@link #dispatch}.
 */
public interface FromPlayerHandler {

    /**
     * Calls the method for this message.
     *
     * @throws ProtocolException when the message is not expected, or its method refuses it
     */
    default void dispatch(FromPlayer message) throws ProtocolException {
        switch (message.type()) {
            case ACK -> on((Ack) message);
            case CHAT_SEND -> on((ChatSend) message);
            case MODERATE -> on((Moderate) message);
            case PREFER -> on((Prefer) message);
            case PTZ -> on((Ptz) message);
            case REACT -> on((React) message);
            case RENAME -> on((Rename) message);
            case TIME_REQUEST -> on((TimeRequest) message);
            case WATCH -> on((Watch) message);
            default -> unexpected(message);
        }
    }

    /**
     * Called for a message without a method of its own; refuses it.
     *
     * @throws ProtocolException always, unless it is overridden
     */
    default void unexpected(FromPlayer message) throws ProtocolException {
        throw ProtocolException.unexpected(message.type());
    }

    default void on(Ack message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatSend message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Moderate message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Prefer message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Ptz message) throws ProtocolException {
        unexpected(message);
    }

    default void on(React message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Rename message) throws ProtocolException {
        unexpected(message);
    }

    default void on(TimeRequest message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Watch message) throws ProtocolException {
        unexpected(message);
    }
}
