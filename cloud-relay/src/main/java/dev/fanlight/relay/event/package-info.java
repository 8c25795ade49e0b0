/** What happens on a relay that its owner’s programs want to know: sent to subscribers as it happens, and kept for a while. */
@NullMarked
package dev.fanlight.relay.event;

import org.jspecify.annotations.NullMarked;
