/** Viewers that look at nothing but order, completeness and age of what arrives, so that thousands fit on one core. */
@NullMarked
package dev.fanlight.relay.bench.crowd;

import org.jspecify.annotations.NullMarked;
