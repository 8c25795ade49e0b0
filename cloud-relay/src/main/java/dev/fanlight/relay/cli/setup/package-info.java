/** {@code setup}: from an installed package to the first links. */
@NullMarked
package dev.fanlight.relay.cli.setup;

import org.jspecify.annotations.NullMarked;
