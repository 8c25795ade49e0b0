/** {@code cluster}. */
@NullMarked
package dev.fanlight.relay.cli.cluster;

import org.jspecify.annotations.NullMarked;
