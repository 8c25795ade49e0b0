/** {@code backup} and {@code restore}. */
@NullMarked
package dev.fanlight.relay.cli.backup;

import org.jspecify.annotations.NullMarked;
