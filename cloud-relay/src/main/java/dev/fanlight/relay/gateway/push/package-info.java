/** Sends a camera’s stream on to another server by RTMP, as it is or encoded anew. */
@NullMarked
package dev.fanlight.relay.gateway.push;

import org.jspecify.annotations.NullMarked;
