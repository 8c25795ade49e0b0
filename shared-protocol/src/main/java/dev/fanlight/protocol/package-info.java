/** Wire protocol v1: what all messages have in common, and those that both agents and players use; see {@code docs/protocol.md}. */
@NullMarked
package dev.fanlight.protocol;

import org.jspecify.annotations.NullMarked;
