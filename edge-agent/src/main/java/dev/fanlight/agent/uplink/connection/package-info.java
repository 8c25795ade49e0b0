/** The dialled socket: trust, authentication, reconnecting, and sending no more than it takes. */
@NullMarked
package dev.fanlight.agent.uplink.connection;

import org.jspecify.annotations.NullMarked;
