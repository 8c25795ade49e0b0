package dev.fanlight.relay.cluster;

import dev.fanlight.identity.CameraName;

/**
 * The chat of a camera has lines up to a number. A node that has the room open delivers the lines after its own last one from the store,
 * and so fills any gap. Immutable.
 *
 * @param camera whose chat
 * @param seq number of the newest line; at least 1
 */
public record ChatAppended(CameraName camera, long seq) {}
