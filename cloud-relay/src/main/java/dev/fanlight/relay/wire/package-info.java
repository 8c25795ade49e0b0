/** Frames and messages in the form in which they are sent, over a WebSocket or as FLV, made once for all recipients. */
@NullMarked
package dev.fanlight.relay.wire;

import org.jspecify.annotations.NullMarked;
