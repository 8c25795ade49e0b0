/** The relay’s private authority and the certificate it serves. */
@NullMarked
package dev.fanlight.relay.tls;

import org.jspecify.annotations.NullMarked;
