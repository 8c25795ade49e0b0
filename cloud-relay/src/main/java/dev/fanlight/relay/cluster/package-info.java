/**
 * What relays that share their cameras tell each other: which of them has a camera’s stream, that rights have changed, that a chat has a new
 * line, and which of them holds a lease. Media goes from node to node directly and never through here.
 *
 * <p>A relay that runs alone uses {@link dev.fanlight.relay.cluster.LocalCluster}. For several, Redis (leases, topics) and PostgreSQL
 * (rows, chat order, epochs) stand behind the same interfaces, so all of them are made for a network: results come later and may fail,
 * messages may be missed, and what counts is what is stored. No Vert.x here.
 */
@NullMarked
package dev.fanlight.relay.cluster;

import org.jspecify.annotations.NullMarked;
