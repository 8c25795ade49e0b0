package dev.fanlight.protocol;

/** What a relay may say to a player. */
public sealed interface ToPlayer extends Message
        permits Chat,
                ChatAccepted,
                ChatMode,
                ChatReady,
                ChatRefused,
                ChatRemoved,
                ChatRestored,
                ChatSilenced,
                Clock,
                Delivery,
                Goodbye,
                DroppedDisposable,
                Moderated,
                RenameRefused,
                Renamed,
                Stream,
                TimeReply,
                Tracks,
                Viewers,
                Welcome {

    /** Calls the method of {@code handler} that is meant for this message. */
    void dispatch(Handler handler);

    /** One method for each message of this direction, called on the thread that dispatches. */
    interface Handler {

        /** Takes a {@link Chat}. */
        void on(Chat message);

        /** Takes a {@link ChatAccepted}. */
        void on(ChatAccepted message);

        /** Takes a {@link ChatMode}. */
        void on(ChatMode message);

        /** Takes a {@link ChatReady}. */
        void on(ChatReady message);

        /** Takes a {@link ChatRefused}. */
        void on(ChatRefused message);

        /** Takes a {@link ChatRemoved}. */
        void on(ChatRemoved message);

        /** Takes a {@link ChatRestored}. */
        void on(ChatRestored message);

        /** Takes a {@link ChatSilenced}. */
        void on(ChatSilenced message);

        /** Takes a {@link Clock}. */
        void on(Clock message);

        /** Takes a {@link Delivery}. */
        void on(Delivery message);

        /** Takes a {@link Goodbye}. */
        void on(Goodbye message);

        /** Takes a {@link DroppedDisposable}. */
        void on(DroppedDisposable message);

        /** Takes a {@link Moderated}. */
        void on(Moderated message);

        /** Takes a {@link RenameRefused}. */
        void on(RenameRefused message);

        /** Takes a {@link Renamed}. */
        void on(Renamed message);

        /** Takes a {@link Stream}. */
        void on(Stream message);

        /** Takes a {@link TimeReply}. */
        void on(TimeReply message);

        /** Takes a {@link Tracks}. */
        void on(Tracks message);

        /** Takes a {@link Viewers}. */
        void on(Viewers message);

        /** Takes a {@link Welcome}. */
        void on(Welcome message);
    }
}
