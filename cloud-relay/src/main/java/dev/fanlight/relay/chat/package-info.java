/** The chat: one room for each camera, with its order of lines, posting policy, names and moderation. */
@NullMarked
package dev.fanlight.relay.chat;

import org.jspecify.annotations.NullMarked;
