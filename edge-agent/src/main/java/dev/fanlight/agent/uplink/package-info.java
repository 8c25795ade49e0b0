/** The dialled socket: trust, authentication, reconnecting, and sending no more than it takes. */
@NullMarked
package dev.fanlight.agent.uplink;

import org.jspecify.annotations.NullMarked;
