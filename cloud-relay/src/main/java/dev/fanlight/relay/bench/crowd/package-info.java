/** Synthetic viewers that check order, completeness and age of what arrives and nothing else, so that thousands fit on one core. */
@NullMarked
package dev.fanlight.relay.bench.crowd;

import org.jspecify.annotations.NullMarked;
