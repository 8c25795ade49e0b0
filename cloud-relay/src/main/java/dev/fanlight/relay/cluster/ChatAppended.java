package dev.fanlight.relay.cluster;

/**
 * The chat of a camera has lines up to a number. A node that has the room open delivers what follows its own last number, from the store, and
 * so fills gaps whatever it missed. Immutable.
 *
 * @param camera whose chat
 * @param seq number of the newest line; at least 1
 */
public record ChatAppended(CameraId camera, long seq) {}
