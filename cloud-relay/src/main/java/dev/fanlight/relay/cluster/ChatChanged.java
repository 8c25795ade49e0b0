package dev.fanlight.relay.cluster;

import dev.fanlight.identity.CameraName;

/**
 * Something else about the chat of a camera has changed than that it has grown: its mode, a ban or time-out, a removed or restored line, a
 * name. Other nodes that have the room open read it again. Immutable.
 *
 * @param camera whose chat
 * @param node id of the node that has changed it, which knows it already
 */
public record ChatChanged(CameraName camera, String node) {}
