/** Cameras on the network, CSI cameras and commands: sources that come when they come, and end when they end. */
@NullMarked
package dev.fanlight.agent.source.live;

import org.jspecify.annotations.NullMarked;
