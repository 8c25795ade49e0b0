/** RTSP: players watch cameras by it, with the keys of links. */
@NullMarked
package dev.fanlight.relay.gateway.rtsp;

import org.jspecify.annotations.NullMarked;
