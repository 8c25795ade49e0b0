/** Clocks, threads with role names and error counting: the only place that touches the machine’s time. */
@NullMarked
package dev.fanlight.runtime;

import org.jspecify.annotations.NullMarked;
