/**
 * Coordination of relays that share their cameras: which of them has a camera’s stream, notifications of changed rights and new chat lines,
 * and leases. Media is sent from node to node directly and never through here.
 *
 * <p>A relay that runs alone uses {@link dev.fanlight.relay.cluster.LocalCluster}. For several, Redis (leases, topics) and PostgreSQL
 * (rows, chat order, epochs) can implement the same interfaces, so all of them are made for a network: results are asynchronous and may
 * fail, messages may be missed, and the store decides. No Vert.x here.
 */
@NullMarked
package dev.fanlight.relay.cluster;

import org.jspecify.annotations.NullMarked;
