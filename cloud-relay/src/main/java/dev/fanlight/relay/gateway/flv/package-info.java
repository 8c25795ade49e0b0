/** Streams as FLV, over HTTP and over WebSockets, for players that are no page of this relay. */
@NullMarked
package dev.fanlight.relay.gateway.flv;

import org.jspecify.annotations.NullMarked;
