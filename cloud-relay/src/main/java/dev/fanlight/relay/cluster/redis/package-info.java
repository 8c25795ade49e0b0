/**
 * The cluster on a Redis server: leases by scripts, topics by numbered messages, one connection for commands and one for messages, both
 * opened again by themselves ({@code docs/adr/0018-more-than-one-relay.md}).
 */
@NullMarked
package dev.fanlight.relay.cluster.redis;

import org.jspecify.annotations.NullMarked;
