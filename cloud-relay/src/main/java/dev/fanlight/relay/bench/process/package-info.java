/** The relay that is measured as a process of its own: started, watched and removed without a trace. */
@NullMarked
package dev.fanlight.relay.bench.process;

import org.jspecify.annotations.NullMarked;
