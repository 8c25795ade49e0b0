/** The JSON form of the messages in package {@code protocol.ptz}. */
@NullMarked
package dev.fanlight.protocol.codec.ptz;

import org.jspecify.annotations.NullMarked;
