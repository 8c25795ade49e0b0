/** The configuration of AV1 (AV1 codec ISO media file format binding). */
@NullMarked
package dev.fanlight.media.av1;

import org.jspecify.annotations.NullMarked;
