/** Counters, and log lines that do not repeat themselves. */
@NullMarked
package dev.fanlight.relay.metrics;

import org.jspecify.annotations.NullMarked;
