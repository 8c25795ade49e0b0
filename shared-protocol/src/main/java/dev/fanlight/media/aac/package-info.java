/** The configuration of AAC (ISO/IEC 14496-3). */
@NullMarked
package dev.fanlight.media.aac;

import org.jspecify.annotations.NullMarked;
