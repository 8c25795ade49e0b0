/** The relay under test as a process of its own, and the metering of processes. */
@NullMarked
package dev.fanlight.relay.bench.process;

import org.jspecify.annotations.NullMarked;
