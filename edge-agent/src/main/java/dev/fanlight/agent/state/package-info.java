/** What the agent keeps on disk: its key, and whom it has joined. */
@NullMarked
package dev.fanlight.agent.state;

import org.jspecify.annotations.NullMarked;
