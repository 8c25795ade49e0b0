/** The messages between a player and a relay, except those of the chat. */
@NullMarked
package dev.fanlight.protocol.player;

import org.jspecify.annotations.NullMarked;
