package dev.fanlight.agent.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.ValueParser;
import java.time.Duration;
import java.util.List;

/** All settings of the agent: the one list of keys. Immutable. */
public final class AgentSettings {

    /** {@code camera.source}. */
    public static final Setting<SourceSpec> SOURCE = new Setting<>(
            "camera.source",
            "auto",
            SourceSpec.PARSER,
            "Where pictures come from: auto (the first camera found), test (a moving clock), file:PATH (mp4 or mkv, looped) or a"
                    + " device like /dev/v4l/by-id/….");

    /** {@code camera.encode}. */
    public static final Setting<EncodeMode> ENCODE = new Setting<>(
            "camera.encode",
            "auto",
            ValueParser.oneOf(EncodeMode.class),
            "auto passes the source's own H.264 through where it can and encodes otherwise, none passes through or refuses,"
                    + " software always encodes.");

    /** {@code camera.audio}. */
    public static final Setting<Boolean> AUDIO = new Setting<>(
            "camera.audio",
            "false",
            ValueParser.BOOLEAN,
            "Whether the audio of a file (AAC or Opus) is published too; only where its video is passed through.");

    /** {@code camera.width}. */
    public static final Setting<Integer> WIDTH = new Setting<>(
            "camera.width",
            "1280",
            ValueParser.integer(160, 3840),
            "Largest width of the encoded picture in pixels; pictures are made smaller, never larger.");

    /** {@code camera.height}. */
    public static final Setting<Integer> HEIGHT = new Setting<>(
            "camera.height", "720", ValueParser.integer(90, 2160), "Largest height of the encoded picture in pixels.");

    /** {@code camera.fps}. */
    public static final Setting<Integer> FPS = new Setting<>(
            "camera.fps",
            "15",
            ValueParser.integer(1, 60),
            "Most pictures a second that are encoded; more are left out at the source.");

    /** {@code camera.bitrate}. */
    public static final Setting<Integer> BIT_RATE = new Setting<>(
            "camera.bitrate",
            "1200k",
            ValueParser.BIT_RATE,
            "Most bits a second of the encoded video; it goes down by itself while the upload is slow.");

    /** {@code camera.keyframe_every}. */
    public static final Setting<Duration> KEYFRAME_EVERY = new Setting<>(
            "camera.keyframe_every",
            "2s",
            ValueParser.DURATION,
            "Longest time between two key frames of the encoded video.");

    /** {@code camera.run}. */
    public static final Setting<RunMode> RUN = new Setting<>(
            "camera.run",
            "on_demand",
            ValueParser.oneOf(RunMode.class),
            "on_demand keeps the camera off while nobody watches, always keeps it on.");

    /** {@code camera.linger}. */
    public static final Setting<Duration> LINGER = new Setting<>(
            "camera.linger",
            "20s",
            ValueParser.DURATION,
            "How long the camera stays on after the last viewer has left.");

    /** {@code low.enabled}. */
    public static final Setting<Boolean> LOW_ENABLED = new Setting<>(
            "low.enabled",
            "true",
            ValueParser.BOOLEAN,
            "Whether a small rendition is encoded besides while somebody with a slow connection wants it; never of H.264 that is"
                    + " passed through.");

    /** {@code low.width}. */
    public static final Setting<Integer> LOW_WIDTH = new Setting<>(
            "low.width",
            "320",
            ValueParser.integer(96, 1920),
            "Width of the small rendition in pixels, of the same shape; there is none when it would have more than half the pixels.");

    /** {@code low.fps}. */
    public static final Setting<Integer> LOW_FPS = new Setting<>(
            "low.fps", "15", ValueParser.integer(1, 60), "Most pictures a second of the small rendition.");

    /** {@code low.bitrate}. */
    public static final Setting<Integer> LOW_BIT_RATE =
            new Setting<>("low.bitrate", "150k", ValueParser.BIT_RATE, "Most bits a second of the small rendition.");

    /** {@code capture.queue}. */
    public static final Setting<Integer> CAPTURE_QUEUE = new Setting<>(
            "capture.queue",
            "5",
            ValueParser.integer(1, 100),
            "Most captured pictures that wait for the encoder; the oldest is dropped when there is no room.");

    /** {@code encode.queue}. */
    public static final Setting<Integer> ENCODE_QUEUE = new Setting<>(
            "encode.queue",
            "5",
            ValueParser.integer(1, 100),
            "Most encoded pictures of a rendition that wait for the network; without room all of that rendition are dropped up to its next key frame.");

    /** {@code encode.preset}. */
    public static final Setting<EncoderPreset> PRESET = new Setting<>(
            "encode.preset",
            "superfast",
            ValueParser.oneOf(EncoderPreset.class),
            "How much work the encoder puts into a picture: ultrafast, superfast or veryfast.");

    /** {@code network.connect_timeout}. */
    public static final Setting<Duration> CONNECT_TIMEOUT = new Setting<>(
            "network.connect_timeout",
            "10s",
            ValueParser.DURATION,
            "How long one try to reach the relay may take, TLS and WebSocket included.");

    /** {@code network.silence}. */
    public static final Setting<Duration> SILENCE = new Setting<>(
            "network.silence",
            "10s",
            ValueParser.DURATION,
            "A relay that has said nothing for so long is dialled anew.");

    private AgentSettings() {}

    /** The whole list in the order in which it is documented. */
    public static List<Setting<?>> all() {
        return List.of(
                SOURCE,
                ENCODE,
                AUDIO,
                WIDTH,
                HEIGHT,
                FPS,
                BIT_RATE,
                KEYFRAME_EVERY,
                RUN,
                LINGER,
                LOW_ENABLED,
                LOW_WIDTH,
                LOW_FPS,
                LOW_BIT_RATE,
                CAPTURE_QUEUE,
                ENCODE_QUEUE,
                PRESET,
                CONNECT_TIMEOUT,
                SILENCE);
    }
}
