/** Bits and NAL units of any codec: bounds-checked readers that allocate nothing before its length is checked. */
@NullMarked
package dev.fanlight.media.bitstream;

import org.jspecify.annotations.NullMarked;
