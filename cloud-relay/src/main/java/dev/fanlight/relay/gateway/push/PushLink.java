package dev.fanlight.relay.gateway.push;

/** A connection to a target, by whatever protocol. Event loop only. */
interface PushLink extends PushOutput {

    /** What becomes of a connection; called on its event loop. */
    interface Listener {

        /** The target takes the stream with this number; 0 where there are none. */
        void accepted(PushLink link, int streamId);

        /** It has taken what waited for it. */
        void drained();

        /** So many bytes were sent. */
        void sent(int bytes);

        /** The target cannot go on without a key frame. */
        void keyFrameNeeded();

        /** It is over. Called once, unless {@link PushLink#close} was. */
        void closed(String reason);
    }
}
