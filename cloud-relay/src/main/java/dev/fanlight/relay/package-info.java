/** The relay as a whole: where its parts are put together, started and stopped. */
@NullMarked
package dev.fanlight.relay;

import org.jspecify.annotations.NullMarked;
