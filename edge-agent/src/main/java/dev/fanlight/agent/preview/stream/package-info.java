/** A camera’s stream for viewers on the local network: late joiners, queues and demand. Knows no socket. */
@NullMarked
package dev.fanlight.agent.preview.stream;

import org.jspecify.annotations.NullMarked;
