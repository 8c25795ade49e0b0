package dev.fanlight.agent.source.camera;

import java.nio.file.Path;

/**
 * A camera of this computer. Immutable.
 *
 * @param name as the driver calls it
 * @param path a link that survives replugging where there is one, else the device node
 */
public record CameraDevice(String name, Path path) {}
