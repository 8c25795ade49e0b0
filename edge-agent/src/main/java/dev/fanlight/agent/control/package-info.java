/** How commands of the same user talk to an agent that runs: a socket in the state folder, one request a connection. */
@NullMarked
package dev.fanlight.agent.control;

import org.jspecify.annotations.NullMarked;
