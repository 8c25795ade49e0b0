/** Parts of the relay that are started in order and stopped in reverse: listeners, gateways, loops, pools. */
@NullMarked
package dev.fanlight.relay.component;

import org.jspecify.annotations.NullMarked;
