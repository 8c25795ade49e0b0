/** RTMP and RTMPS: cameras and encoders publish with a publish key, players watch with a link’s key, all of them on one port. */
@NullMarked
package dev.fanlight.relay.gateway.rtmp;

import org.jspecify.annotations.NullMarked;
