/** What the agent captures: sources of raw frames and of access units. */
@NullMarked
package dev.fanlight.agent.source;

import org.jspecify.annotations.NullMarked;
