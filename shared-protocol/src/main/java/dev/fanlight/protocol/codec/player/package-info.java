/** The JSON form of the messages in package {@code protocol.player}. */
@NullMarked
package dev.fanlight.protocol.codec.player;

import org.jspecify.annotations.NullMarked;
