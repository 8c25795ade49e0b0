/** One WebSocket of either kind of peer: reassembly, rates, ending. */
@NullMarked
package dev.fanlight.relay.socket;

import org.jspecify.annotations.NullMarked;
