/** WebSockets of agents and viewers: reassembly of messages, writing, timers, closing. */
@NullMarked
package dev.fanlight.relay.socket;

import org.jspecify.annotations.NullMarked;
