/** DTLS-SRTP (RFC 5764): handshakes over datagrams that end with the keys of SRTP. The only package that knows Bouncy Castle’s TLS. */
@NullMarked
package dev.fanlight.relay.tls.dtls;

import org.jspecify.annotations.NullMarked;
