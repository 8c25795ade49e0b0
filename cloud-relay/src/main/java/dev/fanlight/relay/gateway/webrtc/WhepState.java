package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.relay.gateway.TracksWait;
import dev.fanlight.relay.gateway.tcp.PlayedTime;
import dev.fanlight.relay.webrtc.RtcPeer;
import java.util.List;

/** How far a player is. Loop only. */
sealed interface WhepState {

    /** What it holds is given back. */
    default void close() {}

    /** Its request is about to be taken up. */
    record Admitted() implements WhepState {}

    /** The camera has not announced its tracks. */
    record Waiting(TracksWait awake, PendingAnswer answer) implements WhepState {

        @Override
        public void close() {
            awake.close();
        }
    }

    /** The peer has the answer, and connects. The camera is kept awake for it. */
    record Answered(TracksWait awake, RtcPeer peer, List<OutgoingTrack> tracks, PlayedTime time) implements WhepState {

        @Override
        public void close() {
            awake.close();
            peer.close();
        }
    }

    /** It is sent the stream. */
    record Playing(RtcPeer peer, WhepPlayer player) implements WhepState {

        @Override
        public void close() {
            player.close();
            peer.close();
        }
    }

    /** It is over. */
    record Ended() implements WhepState {}
}
