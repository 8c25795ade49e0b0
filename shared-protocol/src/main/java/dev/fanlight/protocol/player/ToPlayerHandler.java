package dev.fanlight.protocol.player;

import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.Reconnect;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatReactions;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.RenameRefused;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.protocol.ptz.PtzResult;

/**
 * Receives the messages of a relay: an implementation overrides the methods for the messages it expects, and any other message is a
 * protocol error. Methods are called on the thread that calls {@link #dispatch}.
 */
public interface ToPlayerHandler {

    /**
     * Calls the method for this message.
     *
     * @throws ProtocolException when the message is not expected, or its method refuses it
     */
    default void dispatch(ToPlayer message) throws ProtocolException {
        switch (message.type()) {
            case CHAT -> on((Chat) message);
            case CHAT_ACCEPTED -> on((ChatAccepted) message);
            case CHAT_MODE -> on((ChatMode) message);
            case CHAT_REACTIONS -> on((ChatReactions) message);
            case CHAT_READY -> on((ChatReady) message);
            case CHAT_REFUSED -> on((ChatRefused) message);
            case CHAT_REMOVED -> on((ChatRemoved) message);
            case CHAT_RESTORED -> on((ChatRestored) message);
            case CHAT_SILENCED -> on((ChatSilenced) message);
            case CLOCK -> on((Clock) message);
            case DELIVERY -> on((Delivery) message);
            case DROPPED -> on((DroppedDisposable) message);
            case GOODBYE -> on((Goodbye) message);
            case MODERATED -> on((Moderated) message);
            case PTZ_RESULT -> on((PtzResult) message);
            case RECONNECT -> on((Reconnect) message);
            case RENAME_REFUSED -> on((RenameRefused) message);
            case RENAMED -> on((Renamed) message);
            case STREAM -> on((Stream) message);
            case TIME_REPLY -> on((TimeReply) message);
            case TRACKS -> on((Tracks) message);
            case VIEWERS -> on((Viewers) message);
            case WELCOME -> on((Welcome) message);
            default -> unexpected(message);
        }
    }

    /**
     * Called for a message without a method of its own; refuses it.
     *
     * @throws ProtocolException always, unless it is overridden
     */
    default void unexpected(ToPlayer message) throws ProtocolException {
        throw ProtocolException.unexpected(message.type());
    }

    default void on(Chat message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatAccepted message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatMode message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatReactions message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatReady message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatRefused message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatRemoved message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatRestored message) throws ProtocolException {
        unexpected(message);
    }

    default void on(ChatSilenced message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Clock message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Delivery message) throws ProtocolException {
        unexpected(message);
    }

    default void on(DroppedDisposable message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Goodbye message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Moderated message) throws ProtocolException {
        unexpected(message);
    }

    default void on(PtzResult message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Reconnect message) throws ProtocolException {
        unexpected(message);
    }

    default void on(RenameRefused message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Renamed message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Stream message) throws ProtocolException {
        unexpected(message);
    }

    default void on(TimeReply message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Tracks message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Viewers message) throws ProtocolException {
        unexpected(message);
    }

    default void on(Welcome message) throws ProtocolException {
        unexpected(message);
    }
}
