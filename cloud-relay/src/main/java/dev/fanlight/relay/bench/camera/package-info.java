/** A synthetic camera: an agent that publishes access units of known size and content. */
@NullMarked
package dev.fanlight.relay.bench.camera;

import org.jspecify.annotations.NullMarked;
