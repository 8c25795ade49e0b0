/**
 * Media from relay to relay: a relay with viewers of a camera that another one has pulls its stream from there, once for each rendition, over
 * a socket on which both prove that they belong to the cluster ({@code docs/adr/0047-media-from-node-to-node.md}).
 */
@NullMarked
package dev.fanlight.relay.node;

import org.jspecify.annotations.NullMarked;
