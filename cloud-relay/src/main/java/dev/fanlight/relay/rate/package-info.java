/** How often somebody may do something. */
@NullMarked
package dev.fanlight.relay.rate;

import org.jspecify.annotations.NullMarked;
