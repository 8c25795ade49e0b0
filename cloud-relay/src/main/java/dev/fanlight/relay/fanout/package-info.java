/**
 * Fan-out of one camera’s stream to its viewers: send groups, viewer queues, delivery levels, merging. Independent of sockets and of the
 * event
 * loop library. */
@NullMarked
package dev.fanlight.relay.fanout;

import org.jspecify.annotations.NullMarked;
