/** The messages that move a camera’s head: from a player to a relay, from there to an agent, and back. */
@NullMarked
package dev.fanlight.protocol.ptz;

import org.jspecify.annotations.NullMarked;
