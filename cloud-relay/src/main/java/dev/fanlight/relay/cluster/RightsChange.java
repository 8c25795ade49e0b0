package dev.fanlight.relay.cluster;

import java.util.Optional;

/**
 * Rights were changed in the store: links, devices, visibility, a name, or the owner’s password. Open sockets that the change may concern
 * are checked again. Immutable.
 *
 * @param camera the camera concerned; empty when all are
 */
public record RightsChange(Optional<CameraId> camera) {}
