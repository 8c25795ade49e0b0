/** Many receivers of the same bytes, grouped by the event loop that serves them. */
@NullMarked
package dev.fanlight.relay.broadcast;

import org.jspecify.annotations.NullMarked;
