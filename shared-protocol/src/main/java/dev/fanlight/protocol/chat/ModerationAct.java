package dev.fanlight.protocol.chat;

import java.time.Duration;
import java.util.Optional;

/** An act of moderation, with its parameters. Immutable. */
public sealed interface ModerationAct {

    /** Calls the method of {@code handler} for this act and returns its result. */
    <R> R dispatch(Handler<R> handler);

    /**
     * One method for each act, called on the thread that dispatches.
     *
     * @param <R> the result
     */
    interface Handler<R> {

        R on(Remove act);

        R on(Restore act);

        R on(TimeOut act);

        R on(Ban act);

        R on(Unban act);

        R on(Slow act);

        R on(Links act);

        R on(Pin act);
    }

    /** Longest time-out. */
    Duration MAX_TIME_OUT = Duration.ofDays(1);

    /** Shortest time-out. */
    Duration MIN_TIME_OUT = Duration.ofSeconds(10);

    /** Longest interval of slow mode. */
    Duration MAX_SLOW = Duration.ofMinutes(5);

    /**
     * Removes a chat message.
     *
     * @param seq its position in the chat
     */
    record Remove(long seq) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Restores a removed chat message.
     *
     * @param seq its position in the chat
     */
    record Restore(long seq) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Silences a person for a time.
     *
     * @param person id of the person
     * @param length zero lifts it, otherwise {@link #MIN_TIME_OUT} to {@link #MAX_TIME_OUT}, whole seconds
     */
    record TimeOut(String person, Duration length) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Bans a person from this camera.
     *
     * @param person id of the person
     * @param scope whom else it concerns
     */
    record Ban(String person, BanScope scope) implements ModerationAct {

        /** Bans the person and the address. */
        public Ban(String person) {
            this(person, BanScope.ADDRESS);
        }

        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Lifts a ban.
     *
     * @param person id of the person
     */
    record Unban(String person) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Sets slow mode: the least time between two messages of one person.
     *
     * @param interval zero to {@link #MAX_SLOW}, whole seconds; zero is off
     */
    record Slow(Duration interval) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Sets who may post links.
     *
     * @param links who may
     */
    record Links(ChatLinks links) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Pins a note above the chat, in place of the one before.
     *
     * @param note plain text; without it the note is taken down
     */
    record Pin(Optional<String> note) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }

        /** Without the note, which does not belong in a log. */
        @Override
        public String toString() {
            return "Pin[" + (note.isPresent() ? "note" : "none") + "]";
        }
    }
}
