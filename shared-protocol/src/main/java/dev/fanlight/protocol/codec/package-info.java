/** Bytes to messages and back, with every limit checked before anything is allocated. */
@NullMarked
package dev.fanlight.protocol.codec;

import org.jspecify.annotations.NullMarked;
