/** Puts the components of a relay together, starts them in order and stops them in reverse. */
@NullMarked
package dev.fanlight.relay.server;

import org.jspecify.annotations.NullMarked;
