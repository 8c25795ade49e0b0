package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.ptz.PtzResult;

/**
 * Receives the messages of an agent: an implementation overrides the methods for the messages it expects, and any other message is a
 * protocol error. Methods are called on the thread that calls {@link #dispatch}.
 */
public interface FromAgentHandler {

    /**
     * Calls the method for this message.
     *
     * @throws ProtocolException when the message is not expected, or its method refuses it
     */
    default void dispatch(FromAgent message) throws ProtocolException {
        switch (message.type()) {
            case ACK -> on((Ack) message);
            case AUTHENTICATE -> on((Authenticate) message);
            case CHAT_SEND -> on((ChatSend) message);
            case ENROLL -> on((Enroll) message);
            case JOIN -> on((Join) message);
            case NEW_KEY -> on((NewKey) message);
            case PTZ_RESULT -> on((PtzResult) message);
            case PUBLISH -> on((Publish) message);
            case SHARE -> on((Share) message);
            case SOURCE -> on((Source) message);
            case TIME_REPLY -> on((TimeReply) message);
            case TIME_REQUEST -> on((TimeRequest) message);
            case TRACKS -> on((Tracks) message);
            default -> unexpected(message);
        }
    }

    /**
     * Called for a message without a method of its own; refuses it.
     *
     * @throws ProtocolException always, unless it is overridden
     */
    default void unexpected(FromAgent message) throws ProtocolException {
        throw ProtocolException.unexpected(message.type());
    }

    default void on(Ack message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Authenticate message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatSend message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Enroll message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Join message) throws ProtocolException {
        unexpected(message);
    }

    default void on(NewKey message) throws ProtocolException {
        unexpected(message);
    }

    default void on(PtzResult message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Publish message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Share message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Source message) throws ProtocolException {
        unexpected(message);
    }

    default void on(TimeReply message) throws ProtocolException {
        unexpected(message);
    }

    default void on(TimeRequest message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Tracks message) throws ProtocolException {
        unexpected(message);
    }
}
