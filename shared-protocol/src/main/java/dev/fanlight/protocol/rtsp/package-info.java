/** RTSP 1.0 (RFC 2326) of a server, without a socket: requests are read within limits, responses and descriptions are written. */
@NullMarked
package dev.fanlight.protocol.rtsp;

import org.jspecify.annotations.NullMarked;
