/** The camera that is no camera: an agent that publishes pictures of known size and content. */
@NullMarked
package dev.fanlight.relay.bench.camera;

import org.jspecify.annotations.NullMarked;
