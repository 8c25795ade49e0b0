/** Counters of what the relay does. */
@NullMarked
package dev.fanlight.relay.metrics;

import org.jspecify.annotations.NullMarked;
