/** Descriptions of sessions as WebRTC offers and answers them (RFC 8866, RFC 8829, RFC 8839, RFC 8842), without a socket. */
@NullMarked
package dev.fanlight.protocol.sdp;

import org.jspecify.annotations.NullMarked;
