/** One camera's stream: its publisher, its tracks, what a late joiner needs, and its readers. Knows neither wire messages nor viewers. */
@NullMarked
package dev.fanlight.relay.stream;

import org.jspecify.annotations.NullMarked;
