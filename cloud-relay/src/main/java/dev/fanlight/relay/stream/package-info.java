/** One camera's stream: its publisher, tracks, GOP caches and readers. Independent of wire messages and of how viewers are served. */
@NullMarked
package dev.fanlight.relay.stream;

import org.jspecify.annotations.NullMarked;
