/** Fragmented MP4 (ISO/IEC 14496-12 §8.8) as CMAF has it: init segments and fragments, written without sockets and files. */
@NullMarked
package dev.fanlight.media.mp4;

import org.jspecify.annotations.NullMarked;
