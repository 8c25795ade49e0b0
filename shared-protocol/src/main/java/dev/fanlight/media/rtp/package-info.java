/** Access units as packets of RTP (RFC 3550), without a socket: how they are split, numbered, stamped, and described in SDP. */
@NullMarked
package dev.fanlight.media.rtp;

import org.jspecify.annotations.NullMarked;
