/** Values in AMF0, the notation of RTMP commands and of metadata in FLV (Adobe, “Action Message Format – AMF 0”, 2007). */
@NullMarked
package dev.fanlight.media.amf;

import org.jspecify.annotations.NullMarked;
