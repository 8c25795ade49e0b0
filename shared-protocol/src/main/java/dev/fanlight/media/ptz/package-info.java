/** Commands to a camera’s head that pans, tilts and zooms, and their answers. */
@NullMarked
package dev.fanlight.media.ptz;

import org.jspecify.annotations.NullMarked;
