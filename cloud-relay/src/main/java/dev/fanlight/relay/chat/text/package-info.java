/** Rules for chat lines and names: characters, lengths, look-alikes, links. */
@NullMarked
package dev.fanlight.relay.chat.text;

import org.jspecify.annotations.NullMarked;
