package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.Reconnect;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.ptz.Ptz;

/**
 * Receives the messages of a relay: an implementation overrides the methods for the messages it expects, and any other message is a
 * protocol error. Methods are called on the thread that calls {@link #dispatch}.
 */
public interface ToAgentHandler {

    /**
     * Calls the method for this message.
     *
     * @throws ProtocolException when the message is not expected, or its method refuses it
     */
    default void dispatch(ToAgent message) throws ProtocolException {
        switch (message.type()) {
            case ACCEPTED -> on((Accepted) message);
            case ACK -> on((Ack) message);
            case CHALLENGE -> on((Challenge) message);
            case CHAT_ACCEPTED -> on((ChatAccepted) message);
            case CHAT_REFUSED -> on((ChatRefused) message);
            case DEMAND -> on((Demand) message);
            case GOODBYE -> on((Goodbye) message);
            case JOINED -> on((Joined) message);
            case KEY_ACCEPTED -> on((KeyAccepted) message);
            case KEY_FRAME_REQUEST -> on((KeyFrameRequest) message);
            case PENDING -> on((Pending) message);
            case PTZ -> on((Ptz) message);
            case RECONNECT -> on((Reconnect) message);
            case ROTATE_KEY -> on((RotateKey) message);
            case SHARED -> on((Shared) message);
            case SHARE_REFUSED -> on((ShareRefused) message);
            case TIME_REPLY -> on((TimeReply) message);
            case TIME_REQUEST -> on((TimeRequest) message);
            default -> unexpected(message);
        }
    }

    /**
     * Called for a message without a method of its own; refuses it.
     *
     * @throws ProtocolException always, unless it is overridden
     */
    default void unexpected(ToAgent message) throws ProtocolException {
        throw ProtocolException.unexpected(message.type());
    }

    default void on(Accepted message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Ack message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Challenge message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatAccepted message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatRefused message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Demand message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Goodbye message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Joined message) throws ProtocolException {
        unexpected(message);
    }

    default void on(KeyAccepted message) throws ProtocolException {
        unexpected(message);
    }

    default void on(KeyFrameRequest message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Pending message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Ptz message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Reconnect message) throws ProtocolException {
        unexpected(message);
    }

    default void on(RotateKey message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Shared message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ShareRefused message) throws ProtocolException {
        unexpected(message);
    }

    default void on(TimeReply message) throws ProtocolException {
        unexpected(message);
    }

    default void on(TimeRequest message) throws ProtocolException {
        unexpected(message);
    }
}
