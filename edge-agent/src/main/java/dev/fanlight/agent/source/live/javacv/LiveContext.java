package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.javacv.live.LiveVideoContext;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.live.LiveInput;
import dev.fanlight.agent.source.live.LiveSource;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;

/**
 * What all live sources of a camera are opened with. Immutable.
 *
 * @param settings of the camera
 * @param timeouts how long a source is waited for
 * @param pool memory for decoded frames
 * @param pacer the media clock
 * @param clock for durations
 * @param sleeper for short waits
 */
public record LiveContext(
        CameraSettings settings,
        AgentTimeouts.Live timeouts,
        FramePool pool,
        Pacer pacer,
        NanoClock clock,
        Sleeper sleeper) {

    /** What its video is opened with. */
    LiveVideoContext video() {
        return new LiveVideoContext(settings, pool, clock);
    }

    /** Starts reading {@code input}, which sentences call {@code name}. */
    FrameSource source(String name, LiveInput input) {
        return new LiveSource(name, input, timeouts, clock);
    }
}
