/** Agents’ sockets: who they are, and what they send to the hub. */
@NullMarked
package dev.fanlight.relay.ingest.agent;

import org.jspecify.annotations.NullMarked;
