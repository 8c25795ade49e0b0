/** The command line of the relay. */
@NullMarked
package dev.fanlight.relay.command;

import org.jspecify.annotations.NullMarked;
