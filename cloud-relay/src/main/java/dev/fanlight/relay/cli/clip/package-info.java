/** Commands about clips. */
@NullMarked
package dev.fanlight.relay.cli.clip;

import org.jspecify.annotations.NullMarked;
