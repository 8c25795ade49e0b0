/** Cameras on the network, CSI cameras and commands: sources that set their own pace, and may end at any time. */
@NullMarked
package dev.fanlight.agent.source.live;

import org.jspecify.annotations.NullMarked;
