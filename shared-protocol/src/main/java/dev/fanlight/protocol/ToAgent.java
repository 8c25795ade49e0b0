package dev.fanlight.protocol;

/** What a relay may say to an agent. */
public sealed interface ToAgent extends Message
        permits Accepted,
                Ack,
                Challenge,
                Demand,
                Goodbye,
                Joined,
                KeyAccepted,
                KeyFrameRequest,
                Pending,
                RotateKey,
                TimeReply,
                TimeRequest {

    /** Calls the method of {@code handler} that is meant for this message. */
    void dispatch(Handler handler);

    /** One method for each message of this direction, called on the thread that dispatches. */
    interface Handler {

        /** Takes a {@link Accepted}. */
        void on(Accepted message);

        /** Takes a {@link Ack}. */
        void on(Ack message);

        /** Takes a {@link Challenge}. */
        void on(Challenge message);

        /** Takes a {@link Demand}. */
        void on(Demand message);

        /** Takes a {@link Goodbye}. */
        void on(Goodbye message);

        /** Takes a {@link Joined}. */
        void on(Joined message);

        /** Takes a {@link KeyAccepted}. */
        void on(KeyAccepted message);

        /** Takes a {@link KeyFrameRequest}. */
        void on(KeyFrameRequest message);

        /** Takes a {@link Pending}. */
        void on(Pending message);

        /** Takes a {@link RotateKey}. */
        void on(RotateKey message);

        /** Takes a {@link TimeReply}. */
        void on(TimeReply message);

        /** Takes a {@link TimeRequest}. */
        void on(TimeRequest message);
    }
}
