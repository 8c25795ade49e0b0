/** Reads and writes JSON objects of bounded size. */
@NullMarked
package dev.fanlight.protocol.codec.json;

import org.jspecify.annotations.NullMarked;
