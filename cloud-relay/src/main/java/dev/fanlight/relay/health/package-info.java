/** How the relay has been: traffic, load and ages of frames of the last hour, kept in memory. */
@NullMarked
package dev.fanlight.relay.health;

import org.jspecify.annotations.NullMarked;
