package dev.fanlight.agent.config;

import dev.fanlight.settings.RepeatedSection;
import dev.fanlight.settings.Setting;
import java.util.List;

/**
 * The settings of several cameras of one agent: {@code cameras.<name>.source} for what is {@code camera.source} of a single one,
 * {@code cameras.<name>.low.width} for {@code low.width}. Stateless.
 */
public final class NamedCameras {

    /** Most cameras of one agent. */
    public static final int MAX = 16;

    private static final String SINGLE = "camera.";

    private static final List<Setting<?>> EACH = List.of(
            AgentSettings.SOURCE,
            AgentSettings.USER,
            AgentSettings.PASSWORD,
            AgentSettings.RTSP_TRANSPORT,
            AgentSettings.CONTROLS,
            AgentSettings.ENCODE,
            AgentSettings.ROTATE,
            AgentSettings.MIRROR,
            AgentSettings.AUDIO,
            AgentSettings.AUDIO_BIT_RATE,
            AgentSettings.WIDTH,
            AgentSettings.HEIGHT,
            AgentSettings.FPS,
            AgentSettings.BIT_RATE,
            AgentSettings.KEYFRAME_EVERY,
            AgentSettings.RUN,
            AgentSettings.HOURS,
            AgentSettings.TIMEZONE,
            AgentSettings.LINGER,
            AgentSettings.STILL_EVERY,
            AgentSettings.SUBSTREAM,
            AgentSettings.LOW_ENABLED,
            AgentSettings.LOW_WIDTH,
            AgentSettings.LOW_FPS,
            AgentSettings.LOW_BIT_RATE,
            AgentSettings.CAPTURE_QUEUE,
            AgentSettings.PRESET,
            LocalSettings.PTZ,
            LocalSettings.ON_WATCHED,
            LocalSettings.ON_UNWATCHED,
            LocalSettings.ON_VIEWERS,
            LocalSettings.LED,
            LocalSettings.GPIO);

    /** The section {@code cameras}. */
    public static final RepeatedSection SECTION = new RepeatedSection(
            "cameras",
            MAX,
            EACH.stream().<Setting<?>>map(NamedCameras::inSection).toList());

    private NamedCameras() {}

    /** The setting as it is called behind the name of a camera. */
    static <T> Setting<T> inSection(Setting<T> single) {
        String key = single.key().startsWith(SINGLE) ? single.key().substring(SINGLE.length()) : single.key();
        return new Setting<>(key, single.defaultText(), single.parser(), single.meaning(), single.isSecret());
    }
}
