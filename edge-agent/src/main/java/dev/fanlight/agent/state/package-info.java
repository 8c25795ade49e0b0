/** What the agent keeps on disk: its key and the relay it has joined, for each camera. */
@NullMarked
package dev.fanlight.agent.state;

import org.jspecify.annotations.NullMarked;
