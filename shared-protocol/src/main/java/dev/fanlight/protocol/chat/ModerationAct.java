package dev.fanlight.protocol.chat;

import java.time.Duration;

/** What a moderator may do; each act holds only what it needs. Immutable. */
public sealed interface ModerationAct {

    /** Calls the method of {@code handler} that is meant for this act, and gives back what it says. */
    <R> R dispatch(Handler<R> handler);

    /**
     * One method for each act, called on the thread that dispatches.
     *
     * @param <R> what it makes of an act
     */
    interface Handler<R> {

        /** Takes a {@link Remove}. */
        R on(Remove act);

        /** Takes a {@link Restore}. */
        R on(Restore act);

        /** Takes a {@link TimeOut}. */
        R on(TimeOut act);

        /** Takes a {@link Ban}. */
        R on(Ban act);

        /** Takes a {@link Unban}. */
        R on(Unban act);

        /** Takes a {@link Slow}. */
        R on(Slow act);

        /** Takes a {@link Links}. */
        R on(Links act);
    }

    /** Longest time-out. */
    Duration MAX_TIME_OUT = Duration.ofDays(1);

    /** Shortest time-out. */
    Duration MIN_TIME_OUT = Duration.ofSeconds(10);

    /** Slowest slow mode. */
    Duration MAX_SLOW = Duration.ofMinutes(5);

    /**
     * Takes a line out of everybody’s sight.
     *
     * @param seq which line
     */
    record Remove(long seq) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Puts a removed line back.
     *
     * @param seq which line
     */
    record Restore(long seq) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Lets somebody read only.
     *
     * @param person id of whom
     * @param length zero lifts it, otherwise {@link #MIN_TIME_OUT} to {@link #MAX_TIME_OUT}, whole seconds
     */
    record TimeOut(String person, Duration length) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Keeps somebody out of this camera.
     *
     * @param person id of whom
     */
    record Ban(String person) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Lets somebody in again.
     *
     * @param person id of whom
     */
    record Unban(String person) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * Sets the least time between two lines of one person.
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
     * Sets who may write links.
     *
     * @param links who
     */
    record Links(ChatLinks links) implements ModerationAct {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.on(this);
        }
    }
}
