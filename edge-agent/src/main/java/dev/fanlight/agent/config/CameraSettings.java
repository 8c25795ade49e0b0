package dev.fanlight.agent.config;

import dev.fanlight.settings.Settings;
import java.time.Duration;

/**
 * What the agent shows, and how. Immutable.
 *
 * @param source where pictures come from
 * @param mode whether they are encoded here
 * @param limits the largest picture
 * @param encoding how they are encoded
 * @param low the small rendition besides
 * @param run when the camera is on
 * @param linger how long it stays on after the last viewer
 * @param queue most captured pictures that wait for the encoder
 */
public record CameraSettings(
        SourceSpec source,
        EncodeMode mode,
        FrameLimits limits,
        EncodeSettings encoding,
        LowSettings low,
        RunMode run,
        Duration linger,
        int queue) {

    /** Out of checked settings. */
    public static CameraSettings of(Settings settings) {
        return new CameraSettings(
                settings.get(AgentSettings.SOURCE),
                settings.get(AgentSettings.ENCODE),
                new FrameLimits(
                        settings.get(AgentSettings.WIDTH),
                        settings.get(AgentSettings.HEIGHT),
                        settings.get(AgentSettings.FPS)),
                new EncodeSettings(
                        settings.get(AgentSettings.BIT_RATE),
                        settings.get(AgentSettings.KEYFRAME_EVERY),
                        settings.get(AgentSettings.PRESET)),
                new LowSettings(
                        settings.get(AgentSettings.LOW_ENABLED),
                        settings.get(AgentSettings.LOW_WIDTH),
                        settings.get(AgentSettings.LOW_FPS),
                        settings.get(AgentSettings.LOW_BIT_RATE)),
                settings.get(AgentSettings.RUN),
                settings.get(AgentSettings.LINGER),
                settings.get(AgentSettings.CAPTURE_QUEUE));
    }
}
