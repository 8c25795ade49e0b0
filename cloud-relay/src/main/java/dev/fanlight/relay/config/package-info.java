/** Settings, and the folder in which the relay keeps its state. */
@NullMarked
package dev.fanlight.relay.config;

import org.jspecify.annotations.NullMarked;
