/** Readers of H.264 bitstreams (ITU-T H.264, ISO/IEC 14496-15): only what headers say, never pictures. */
@NullMarked
package dev.fanlight.media.h264;

import org.jspecify.annotations.NullMarked;
