package dev.fanlight.protocol;

/** What an agent may say to a relay. */
public sealed interface FromAgent extends Message
        permits Ack, Authenticate, Enroll, Join, NewKey, Source, TimeReply, TimeRequest, Tracks {

    /** Calls the method of {@code handler} that is meant for this message. */
    void dispatch(Handler handler);

    /** One method for each message of this direction, called on the thread that dispatches. */
    interface Handler {

        /** Takes a {@link Ack}. */
        void on(Ack message);

        /** Takes a {@link Authenticate}. */
        void on(Authenticate message);

        /** Takes a {@link Enroll}. */
        void on(Enroll message);

        /** Takes a {@link Join}. */
        void on(Join message);

        /** Takes a {@link NewKey}. */
        void on(NewKey message);

        /** Takes a {@link Source}. */
        void on(Source message);

        /** Takes a {@link TimeReply}. */
        void on(TimeReply message);

        /** Takes a {@link TimeRequest}. */
        void on(TimeRequest message);

        /** Takes a {@link Tracks}. */
        void on(Tracks message);
    }
}
