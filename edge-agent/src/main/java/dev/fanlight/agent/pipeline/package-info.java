/** Threads and bounded queues between source, encoder and uplink; on demand. */
@NullMarked
package dev.fanlight.agent.pipeline;

import org.jspecify.annotations.NullMarked;
