/** Certificates that are ordered by ACME (RFC 8555) and proven by HTTP-01. */
@NullMarked
package dev.fanlight.relay.acme;

import org.jspecify.annotations.NullMarked;
