/** Players and publishers by WebRTC: WHEP out, WHIP in. Requests are HTTP on the relay’s port, media is UDP on a port of its own (ADR 31). */
@NullMarked
package dev.fanlight.relay.gateway.webrtc;

import org.jspecify.annotations.NullMarked;
