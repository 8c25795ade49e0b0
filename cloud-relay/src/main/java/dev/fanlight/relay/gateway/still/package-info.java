/** Stills and motion JPEG: the newest key frame as a JPEG, and JPEGs one after the other, made by one FFmpeg child for each camera. */
@NullMarked
package dev.fanlight.relay.gateway.still;

import org.jspecify.annotations.NullMarked;
