/** Peers by WebRTC: one UDP port for all of them, ICE without a server, then DTLS and SRTP. Knows no cameras and no viewers (ADR 31). */
@NullMarked
package dev.fanlight.relay.webrtc;

import org.jspecify.annotations.NullMarked;
