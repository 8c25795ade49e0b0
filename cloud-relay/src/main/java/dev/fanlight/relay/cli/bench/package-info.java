/** The command that measures how many viewers a machine serves. */
@NullMarked
package dev.fanlight.relay.cli.bench;

import org.jspecify.annotations.NullMarked;
