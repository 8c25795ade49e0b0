/** Commands about the chat. */
@NullMarked
package dev.fanlight.relay.cli.chat;

import org.jspecify.annotations.NullMarked;
