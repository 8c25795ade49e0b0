/** What may be written and what one may be called: signs, lengths, look-alikes, links. */
@NullMarked
package dev.fanlight.relay.chat.text;

import org.jspecify.annotations.NullMarked;
