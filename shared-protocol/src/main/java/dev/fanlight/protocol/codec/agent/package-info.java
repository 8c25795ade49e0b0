/** The JSON form of the messages in package {@code protocol.agent}. */
@NullMarked
package dev.fanlight.protocol.codec.agent;

import org.jspecify.annotations.NullMarked;
