/** What is published over a connection: numbered, bounded, dropped when the network is too slow. */
@NullMarked
package dev.fanlight.agent.uplink.media;

import org.jspecify.annotations.NullMarked;
