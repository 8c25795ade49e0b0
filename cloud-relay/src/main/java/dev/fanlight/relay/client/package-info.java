/** A client for a relay’s viewer socket: the upgrade, the {@code watch} message, media in, acknowledgements out. */
@NullMarked
package dev.fanlight.relay.client;

import org.jspecify.annotations.NullMarked;
