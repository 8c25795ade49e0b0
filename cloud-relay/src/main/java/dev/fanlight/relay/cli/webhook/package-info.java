/** The command {@code webhook}. */
@NullMarked
package dev.fanlight.relay.cli.webhook;

import org.jspecify.annotations.NullMarked;
