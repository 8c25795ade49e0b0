/** Packets on their way to a peer: paced, and kept for a while to be sent again. Knows no cameras. */
@org.jspecify.annotations.NullMarked
package dev.fanlight.relay.webrtc.sending;
