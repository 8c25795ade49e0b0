/** Device keys, signed challenges, join links, approval codes and secrets. */
@NullMarked
package dev.fanlight.identity;

import org.jspecify.annotations.NullMarked;
