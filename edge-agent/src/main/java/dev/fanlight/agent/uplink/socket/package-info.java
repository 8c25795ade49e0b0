/** One WebSocket to a relay: address, trust, dialling, messages in and out. */
@NullMarked
package dev.fanlight.agent.uplink.socket;

import org.jspecify.annotations.NullMarked;
