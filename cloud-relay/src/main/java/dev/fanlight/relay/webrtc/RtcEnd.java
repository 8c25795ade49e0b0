package dev.fanlight.relay.webrtc;

/** Why a peer is gone. */
public enum RtcEnd {
    /** It said goodbye. */
    PEER_LEFT,
    /** It did not connect in time. */
    NOT_CONNECTED,
    /** Nothing came from it any more. */
    SILENT,
    /** It could not prove that it is the one of the description, or speaks another form of DTLS. */
    HANDSHAKE_FAILED,
    /** This side ended it. */
    ENDED
}
