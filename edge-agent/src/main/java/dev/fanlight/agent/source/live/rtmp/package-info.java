/** A camera on the local network that pushes RTMP: a port that takes it when it shows its key, and its media as a stream of FLV. */
@NullMarked
package dev.fanlight.agent.source.live.rtmp;

import org.jspecify.annotations.NullMarked;
