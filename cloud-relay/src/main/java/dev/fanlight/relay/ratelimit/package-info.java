/** How often somebody may do something. */
@NullMarked
package dev.fanlight.relay.ratelimit;

import org.jspecify.annotations.NullMarked;
