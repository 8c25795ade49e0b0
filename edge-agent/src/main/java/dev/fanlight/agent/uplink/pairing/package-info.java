/** Becoming a device of a relay: by a join link, or by enrollment that the owner approves. */
@NullMarked
package dev.fanlight.agent.uplink.pairing;

import org.jspecify.annotations.NullMarked;
