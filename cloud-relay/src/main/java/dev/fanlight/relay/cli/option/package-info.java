/** Options that several commands share, and the client of the local API. */
@NullMarked
package dev.fanlight.relay.cli.option;

import org.jspecify.annotations.NullMarked;
