/** Reports and feedback between the two ends of an RTP session (RFC 3550 §6, RFC 4585), without a socket. */
@NullMarked
package dev.fanlight.media.rtcp;

import org.jspecify.annotations.NullMarked;
