/** Every message of wire protocol v1 as a value; {@code docs/protocol.md} draws them. */
@NullMarked
package dev.fanlight.protocol;

import org.jspecify.annotations.NullMarked;
