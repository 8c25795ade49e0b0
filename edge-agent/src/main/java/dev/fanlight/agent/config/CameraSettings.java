package dev.fanlight.agent.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.time.Duration;

/**
 * What one camera captures, and how it is encoded. Immutable.
 *
 * @param source what is captured
 * @param credentials for a camera on the network; empty where its address holds them or it needs none
 * @param rtspTransport how RTSP carries its media
 * @param mode whether it is encoded here
 * @param audio where its sound comes from
 * @param limits the largest frame
 * @param encoding settings of the main rendition’s encoder
 * @param low the small rendition
 * @param run when the camera is on
 * @param linger how long it stays on after the last viewer
 * @param queue most captured frames that wait for the encoder
 */
public record CameraSettings(
        SourceSpec source,
        Credentials credentials,
        RtspTransport rtspTransport,
        EncodeMode mode,
        AudioSettings audio,
        FrameLimits limits,
        EncodeSettings encoding,
        LowSettings low,
        RunMode run,
        Duration linger,
        int queue) {

    /** The settings of the only camera: {@code camera.*}, {@code low.*}, {@code capture.*} and {@code encode.*}. */
    public static CameraSettings of(Settings settings) {
        return of(settings::get);
    }

    /** The settings of a named camera: {@code cameras.<name>.*}. */
    public static CameraSettings named(Settings section) {
        return of(new Lookup() {
            @Override
            public <T> T get(Setting<T> setting) {
                return section.get(NamedCameras.inSection(setting));
            }
        });
    }

    /** Finds the value of a setting. */
    private interface Lookup {
        <T> T get(Setting<T> setting);
    }

    private static CameraSettings of(Lookup settings) {
        return new CameraSettings(
                settings.get(AgentSettings.SOURCE),
                new Credentials(settings.get(AgentSettings.USER), settings.get(AgentSettings.PASSWORD)),
                settings.get(AgentSettings.RTSP_TRANSPORT),
                settings.get(AgentSettings.ENCODE),
                new AudioSettings(settings.get(AgentSettings.AUDIO), settings.get(AgentSettings.AUDIO_BIT_RATE)),
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
