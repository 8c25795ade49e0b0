/** Broadcasting the same bytes to many subscribers, grouped by the event loop that serves them. */
@NullMarked
package dev.fanlight.relay.broadcast;

import org.jspecify.annotations.NullMarked;
