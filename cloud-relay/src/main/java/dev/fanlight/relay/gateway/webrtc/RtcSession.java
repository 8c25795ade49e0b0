package dev.fanlight.relay.gateway.webrtc;

/** What a request began and another one ends, at an address of its own. */
interface RtcSession {

    /** Ends it; does nothing the second time. Any thread. */
    void stop();
}
