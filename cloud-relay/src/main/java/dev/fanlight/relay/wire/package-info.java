/** Frames and messages in the bytes that go over a WebSocket, made once for all receivers. */
@NullMarked
package dev.fanlight.relay.wire;

import org.jspecify.annotations.NullMarked;
