package dev.fanlight.relay.tls.dtls;

import dev.fanlight.media.srtp.SrtpKeys;

/**
 * The keys of both directions. Immutable.
 *
 * @param sending of what this side sends
 * @param receiving of what the other side sends
 */
public record SrtpKeyPair(SrtpKeys sending, SrtpKeys receiving) {}
