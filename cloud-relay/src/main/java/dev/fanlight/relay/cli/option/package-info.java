/** Options shared by several commands, and the client of the local API. */
@NullMarked
package dev.fanlight.relay.cli.option;

import org.jspecify.annotations.NullMarked;
