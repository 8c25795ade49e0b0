/** What a picture is on the wire: tracks, headers, frames. */
@NullMarked
package dev.fanlight.media;

import org.jspecify.annotations.NullMarked;
