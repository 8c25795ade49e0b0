/** Reference-counted bytes that several readers share. */
@NullMarked
package dev.fanlight.relay.buffer;

import org.jspecify.annotations.NullMarked;
