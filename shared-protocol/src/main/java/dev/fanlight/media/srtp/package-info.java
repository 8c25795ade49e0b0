/** SRTP and SRTCP (RFC 3711, RFC 7714) by the ciphers of Java, without a socket and without an exchange of keys. */
@NullMarked
package dev.fanlight.media.srtp;

import org.jspecify.annotations.NullMarked;
