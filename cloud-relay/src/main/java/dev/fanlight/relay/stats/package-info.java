/** Counters, and log lines that do not repeat themselves. */
@NullMarked
package dev.fanlight.relay.stats;

import org.jspecify.annotations.NullMarked;
