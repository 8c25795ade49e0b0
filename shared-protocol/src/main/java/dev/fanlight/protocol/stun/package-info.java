/** STUN as ICE uses it (RFC 8489, RFC 8445): binding requests and their answers, without a socket. */
@NullMarked
package dev.fanlight.protocol.stun;

import org.jspecify.annotations.NullMarked;
