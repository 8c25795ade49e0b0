/** The configuration of Opus (RFC 7845). */
@NullMarked
package dev.fanlight.media.opus;

import org.jspecify.annotations.NullMarked;
