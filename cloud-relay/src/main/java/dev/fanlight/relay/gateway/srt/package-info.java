/** SRT in and out on one port: publishers, and players, of all cameras. */
@NullMarked
package dev.fanlight.relay.gateway.srt;

import org.jspecify.annotations.NullMarked;
