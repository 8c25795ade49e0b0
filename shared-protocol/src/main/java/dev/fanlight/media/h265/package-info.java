/** Readers of H.265 bitstreams (ITU-T H.265, ISO/IEC 14496-15): only what headers say, never pictures. */
@NullMarked
package dev.fanlight.media.h265;

import org.jspecify.annotations.NullMarked;
