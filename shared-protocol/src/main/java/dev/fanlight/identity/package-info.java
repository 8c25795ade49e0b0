/** Who is who: device keys, signed challenges, join and watch links. */
@NullMarked
package dev.fanlight.identity;

import org.jspecify.annotations.NullMarked;
