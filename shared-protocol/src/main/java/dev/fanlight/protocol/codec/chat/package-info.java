/** The JSON form of the messages in package {@code protocol.chat}. */
@NullMarked
package dev.fanlight.protocol.codec.chat;

import org.jspecify.annotations.NullMarked;
