/** The messages of the chat, between a player and a relay. */
@NullMarked
package dev.fanlight.protocol.chat;

import org.jspecify.annotations.NullMarked;
