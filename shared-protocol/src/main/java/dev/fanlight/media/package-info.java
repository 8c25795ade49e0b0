/** The media of a stream in any codec: tracks, their configuration, access units, and the header in front of each. */
@NullMarked
package dev.fanlight.media;

import org.jspecify.annotations.NullMarked;
