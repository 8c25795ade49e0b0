/** Serves a camera on the local network, without a relay: pages, sockets and who may watch. */
@NullMarked
package dev.fanlight.agent.preview;

import org.jspecify.annotations.NullMarked;
