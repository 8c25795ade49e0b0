/** The agent’s HTTP interface for other programs on this computer, with the bodies of lightStream. */
@NullMarked
package dev.fanlight.agent.api;

import org.jspecify.annotations.NullMarked;
