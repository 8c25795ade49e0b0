/** What a monitoring system reads: metrics, health and the state of the components, on a port of its own. */
@NullMarked
package dev.fanlight.relay.monitoring;

import org.jspecify.annotations.NullMarked;
