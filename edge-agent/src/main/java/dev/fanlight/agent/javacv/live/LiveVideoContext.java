package dev.fanlight.agent.javacv.live;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.runtime.NanoClock;

/**
 * What the live video of a camera is opened with. Immutable.
 *
 * @param settings of the camera
 * @param pool memory for decoded frames
 * @param clock for durations
 */
public record LiveVideoContext(CameraSettings settings, FramePool pool, NanoClock clock) {}
