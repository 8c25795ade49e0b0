/** Streams as HLS and Low-Latency HLS (RFC 8216bis): one muxer a camera, while a player asks. */
@NullMarked
package dev.fanlight.relay.gateway.hls;

import org.jspecify.annotations.NullMarked;
