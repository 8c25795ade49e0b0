/** The command line of the relay. */
@NullMarked
package dev.fanlight.relay.cli;

import org.jspecify.annotations.NullMarked;
