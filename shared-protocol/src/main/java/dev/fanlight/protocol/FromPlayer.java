package dev.fanlight.protocol;

/** What a player may say to a relay. */
public sealed interface FromPlayer extends Message permits Ack, ChatSend, Moderate, Prefer, Rename, TimeRequest, Watch {

    /** Calls the method of {@code handler} that is meant for this message. */
    void dispatch(Handler handler);

    /** One method for each message of this direction, called on the thread that dispatches. */
    interface Handler {

        /** Takes a {@link Ack}. */
        void on(Ack message);

        /** Takes a {@link ChatSend}. */
        void on(ChatSend message);

        /** Takes a {@link Moderate}. */
        void on(Moderate message);

        /** Takes a {@link Prefer}. */
        void on(Prefer message);

        /** Takes a {@link Rename}. */
        void on(Rename message);

        /** Takes a {@link TimeRequest}. */
        void on(TimeRequest message);

        /** Takes a {@link Watch}. */
        void on(Watch message);
    }
}
