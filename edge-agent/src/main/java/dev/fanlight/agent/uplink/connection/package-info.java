/** The agent’s connection to its relay: authentication, heartbeat, key rotation, reconnecting. */
@NullMarked
package dev.fanlight.agent.uplink.connection;

import org.jspecify.annotations.NullMarked;
