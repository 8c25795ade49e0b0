/** Connections that the relay opens to servers of others. */
@NullMarked
package dev.fanlight.relay.outbound;

import org.jspecify.annotations.NullMarked;
