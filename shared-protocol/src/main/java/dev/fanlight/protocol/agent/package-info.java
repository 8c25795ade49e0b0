/** The messages between an agent and a relay. */
@NullMarked
package dev.fanlight.protocol.agent;

import org.jspecify.annotations.NullMarked;
