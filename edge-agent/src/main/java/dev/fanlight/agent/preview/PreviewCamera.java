package dev.fanlight.agent.preview;

import dev.fanlight.agent.preview.stream.LocalStream;

/**
 * A camera that can be watched.
 *
 * @param name in its address, as {@link dev.fanlight.identity.CameraName}
 * @param stream its frames
 */
record PreviewCamera(String name, LocalStream stream) {}
