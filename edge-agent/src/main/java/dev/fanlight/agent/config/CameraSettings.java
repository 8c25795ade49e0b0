package dev.fanlight.agent.config;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What one camera captures, and how it is encoded. Immutable.
 *
 * @param source what is captured
 * @param substream a second, smaller stream of the same camera
 * @param credentials for a camera on the network; empty where its address holds them or it needs none
 * @param rtspTransport how RTSP carries its media
 * @param controls what a camera of this computer is set to at each opening
 * @param mode whether it is encoded here
 * @param mount how it is mounted
 * @param audio where its sound comes from
 * @param limits the largest frame
 * @param encoding settings of the main rendition’s encoder
 * @param low the small rendition
 * @param run when the camera is on
 * @param queue most captured frames that wait for the encoder
 * @param head what viewers may move, if they may
 * @param onSite how people at the camera learn that it is watched
 */
public record CameraSettings(
        SourceSpec source,
        Optional<SourceSpec> substream,
        Credentials credentials,
        RtspTransport rtspTransport,
        CameraControls controls,
        EncodeMode mode,
        MountSettings mount,
        AudioSettings audio,
        FrameLimits limits,
        EncodeSettings encoding,
        LowSettings low,
        RunSettings run,
        int queue,
        Optional<OnvifAddress> head,
        OnSiteSettings onSite) {

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

    /** Video that is passed through cannot be mirrored. */
    private static EncodeMode mode(Lookup settings) {
        EncodeMode mode = settings.get(AgentSettings.ENCODE);
        if (!settings.get(AgentSettings.MIRROR)) {
            return mode;
        }
        if (mode == EncodeMode.NONE) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "camera.mirror needs video that is encoded here, which camera.encode=none forbids. Leave one of them out.");
        }
        return mode == EncodeMode.AUTO ? EncodeMode.HARDWARE : mode;
    }

    private static CameraSettings of(Lookup settings) {
        return new CameraSettings(
                settings.get(AgentSettings.SOURCE),
                settings.get(AgentSettings.SUBSTREAM),
                new Credentials(settings.get(AgentSettings.USER), settings.get(AgentSettings.PASSWORD)),
                settings.get(AgentSettings.RTSP_TRANSPORT),
                settings.get(AgentSettings.CONTROLS),
                mode(settings),
                new MountSettings(settings.get(AgentSettings.ROTATE), settings.get(AgentSettings.MIRROR)),
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
                new RunSettings(
                        settings.get(AgentSettings.RUN),
                        settings.get(AgentSettings.LINGER),
                        settings.get(AgentSettings.STILL_EVERY),
                        settings.get(AgentSettings.HOURS),
                        settings.get(AgentSettings.TIMEZONE).orElseGet(ZoneId::systemDefault)),
                settings.get(AgentSettings.CAPTURE_QUEUE),
                settings.get(LocalSettings.PTZ).head(settings.get(AgentSettings.SOURCE)),
                new OnSiteSettings(
                        settings.get(LocalSettings.ON_WATCHED),
                        settings.get(LocalSettings.ON_UNWATCHED),
                        settings.get(LocalSettings.ON_VIEWERS),
                        settings.get(LocalSettings.LED),
                        settings.get(LocalSettings.GPIO)));
    }
}
