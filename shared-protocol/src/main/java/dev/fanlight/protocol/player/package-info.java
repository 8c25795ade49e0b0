/** The messages between a player and a relay, but for those of the chat. */
@NullMarked
package dev.fanlight.protocol.player;

import org.jspecify.annotations.NullMarked;
