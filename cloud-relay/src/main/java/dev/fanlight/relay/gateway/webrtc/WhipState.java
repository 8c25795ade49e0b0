package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.relay.ingest.PublishedMedia;
import dev.fanlight.relay.webrtc.RtcPeer;

/** How far a publisher is. Loop only. */
sealed interface WhipState {

    /** What it holds is given back. */
    default void close() {}

    /** Its request is about to be taken up. */
    record Admitted() implements WhipState {}

    /** The peer has the answer, and connects. An earlier publisher of the camera goes on until then. */
    record Answered(RtcPeer peer) implements WhipState {

        @Override
        public void close() {
            peer.close();
        }
    }

    /** It publishes. */
    record Publishing(RtcPeer peer, WhipReceiver receiver, PublishedMedia media) implements WhipState {

        @Override
        public void close() {
            media.close();
            peer.close();
        }
    }

    /** It is over. */
    record Ended() implements WhipState {}
}
