package dev.fanlight.agent.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.SettingsSchema;
import dev.fanlight.settings.ValueParser;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All settings of the agent: the one list of keys. Immutable. */
public final class AgentSettings {

    /** {@code camera.source}. */
    public static final Setting<SourceSpec> SOURCE = new Setting<>(
            "camera.source",
            "auto",
            SourceSpec.PARSER,
            "What is captured: auto (the first camera found), test (a test pattern with a clock), file:PATH (mp4 or mkv, looped), a"
                    + " device like /dev/v4l/by-id/…, libcamera:0 (a CSI camera), a network camera's rtsp://, onvif:// or http:// address (MJPEG,"
                    + " MPEG-TS or HLS), rtmp://0.0.0.0:1935/live/KEY to wait for a camera that pushes, or exec:COMMAND, which writes Annex B, MJPEG or"
                    + " MPEG-TS.");

    /** {@code camera.user}. */
    public static final Setting<String> USER =
            Setting.secret("camera.user", "User name for a camera on the network, in place of one in its address.");

    /** {@code camera.password}. */
    public static final Setting<String> PASSWORD = Setting.secret(
            "camera.password",
            "Password for a camera on the network, as it is: unlike in an address, no character has to be encoded.");

    /** {@code camera.rtsp_transport}. */
    public static final Setting<RtspTransport> RTSP_TRANSPORT = new Setting<>(
            "camera.rtsp_transport",
            "tcp",
            ValueParser.oneOf(RtspTransport.class),
            "How a camera sends its media by RTSP: tcp loses nothing and passes firewalls, udp is for cameras that cannot.");

    /** {@code camera.controls}. */
    public static final Setting<CameraControls> CONTROLS = new Setting<>(
            "camera.controls",
            "",
            CameraControls.PARSER,
            "What a V4L2 camera is set to at each opening, like focus_auto=0,zoom=120; names and ranges: fanlight-agent"
                    + " cameras --formats. Needs the program v4l2-ctl.");

    /** {@code camera.encode}. */
    public static final Setting<EncodeMode> ENCODE = new Setting<>(
            "camera.encode",
            "auto",
            ValueParser.oneOf(EncodeMode.class),
            "auto passes the source's own H.264 through where relay and browsers take it as it is and encodes"
                    + " otherwise, none passes H.264 or H.265 through or refuses, hardware always encodes. All of them try the"
                    + " encoders of this computer's hardware first and use the processor where none works; software always"
                    + " encodes on the processor.");

    /** {@code camera.rotate}. */
    public static final Setting<Integer> ROTATE = new Setting<>(
            "camera.rotate",
            "0",
            MountSettings.ROTATION,
            "Degrees by which frames are turned clockwise: 0, 90, 180 or 270. camera.width and camera.height are those before.");

    /** {@code camera.mirror}. */
    public static final Setting<Boolean> MIRROR = new Setting<>(
            "camera.mirror",
            "false",
            ValueParser.BOOLEAN,
            "Whether frames are mirrored left to right, before they are turned. Such video is always encoded here.");

    /** {@code camera.audio}. */
    public static final Setting<AudioInput> AUDIO = new Setting<>(
            "camera.audio",
            "off",
            AudioInput.PARSER,
            "Sound: off, auto (the sound that the source brings, if any) or an ALSA device, that is a microphone, like default or"
                    + " plughw:CARD=Camera (\"arecord -L\" lists them).");

    /** {@code camera.audio_bitrate}. */
    public static final Setting<OptionalInt> AUDIO_BIT_RATE = new Setting<>(
            "camera.audio_bitrate",
            "auto",
            AudioSettings.BIT_RATE,
            "Bit rate of sound that is encoded here (Opus), 12k to 256k; auto is 32k for one channel and 64k for two.");

    /** {@code camera.width}. */
    public static final Setting<Integer> WIDTH = new Setting<>(
            "camera.width",
            "1280",
            ValueParser.integer(160, 3840),
            "Largest width of the encoded video in pixels; frames are scaled down, never up.");

    /** {@code camera.height}. */
    public static final Setting<Integer> HEIGHT = new Setting<>(
            "camera.height", "720", ValueParser.integer(90, 2160), "Largest height of the encoded video in pixels.");

    /** {@code camera.fps}. */
    public static final Setting<Integer> FPS = new Setting<>(
            "camera.fps",
            "15",
            ValueParser.integer(1, 60),
            "Highest frame rate that is encoded; frames beyond it are dropped at the source.");

    /** {@code camera.bitrate}. */
    public static final Setting<Integer> BIT_RATE = new Setting<>(
            "camera.bitrate",
            "1200k",
            ValueParser.BIT_RATE,
            "Highest bit rate of the encoded video; it is lowered automatically while the upload is slow.");

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
            "on_demand keeps the camera off while there are no viewers; always keeps camera and encoder on, so that"
                    + " the first viewer waits for nothing, and sends nothing without viewers; schedule is on_demand"
                    + " within camera.hours and off outside of them.");

    /** {@code camera.hours}. */
    public static final Setting<WeeklyHours> HOURS = new Setting<>(
            "camera.hours",
            "",
            WeeklyHours.PARSER,
            "With camera.run=schedule: when viewers can turn the camera on, like mon-fri 08:00-18:00, sat 22:00-02:00;"
                    + " several with commas between, or a list.");

    /** {@code camera.timezone}. */
    public static final Setting<Optional<ZoneId>> TIMEZONE = new Setting<>(
            "camera.timezone",
            "",
            RunSettings.ZONE,
            "Time zone of camera.hours, like Europe/Berlin; empty for that of this computer.");

    /** {@code camera.linger}. */
    public static final Setting<Duration> LINGER = new Setting<>(
            "camera.linger",
            "20s",
            ValueParser.DURATION,
            "How long the camera stays on after the last viewer has left.");

    /** {@code camera.still_every}. */
    public static final Setting<Duration> STILL_EVERY = new Setting<>(
            "camera.still_every",
            "0s",
            RunSettings.STILL_EVERY,
            "Time between two stills while the camera is asleep: it is turned on for a moment, and the relay shows the"
                    + " frame to viewers while they wait for the video. 0s for none, else at least 10s.");

    /** {@code camera.substream}. */
    public static final Setting<Optional<SourceSpec>> SUBSTREAM = new Setting<>(
            "camera.substream",
            "",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(SourceSpec.PARSER.parse(text)),
            "A second, smaller stream of the same camera, written like camera.source; it takes the place of the main"
                    + " one while the upload is too slow for that. Useful where the video is passed through and cannot be"
                    + " made smaller here.",
            SOURCE.isSecret());

    /** {@code low.enabled}. */
    public static final Setting<Boolean> LOW_ENABLED = new Setting<>(
            "low.enabled",
            "true",
            ValueParser.BOOLEAN,
            "Whether a small rendition is encoded as well while a viewer on a slow connection needs it; not where the"
                    + " video is passed through.");

    /** {@code low.width}. */
    public static final Setting<Integer> LOW_WIDTH = new Setting<>(
            "low.width",
            "320",
            ValueParser.integer(96, 1920),
            "Width of the small rendition in pixels, in the same aspect ratio; there is none when it would have more"
                    + " than half the pixels.");

    /** {@code low.fps}. */
    public static final Setting<Integer> LOW_FPS =
            new Setting<>("low.fps", "15", ValueParser.integer(1, 60), "Highest frame rate of the small rendition.");

    /** {@code low.bitrate}. */
    public static final Setting<Integer> LOW_BIT_RATE =
            new Setting<>("low.bitrate", "150k", ValueParser.BIT_RATE, "Highest bit rate of the small rendition.");

    /** {@code capture.queue}. */
    public static final Setting<Integer> CAPTURE_QUEUE = new Setting<>(
            "capture.queue",
            "5",
            ValueParser.integer(1, 100),
            "Most captured frames that wait for the encoder; when the queue is full, the oldest is dropped.");

    /** {@code encode.queue}. */
    public static final Setting<Integer> ENCODE_QUEUE = new Setting<>(
            "encode.queue",
            "5",
            ValueParser.integer(1, 100),
            "Most encoded frames of a rendition that wait for the network; when the queue is full, that rendition is"
                    + " dropped up to its next key frame.");

    /** {@code backlog.memory}. */
    public static final Setting<Integer> BACKLOG = new Setting<>(
            "backlog.memory",
            "16",
            ValueParser.integer(0, 1024),
            "MiB of memory in which each camera that the relay records keeps what the network could not carry, to send it"
                    + " later; 0 keeps nothing.");

    /** {@code encode.preset}. */
    public static final Setting<EncoderPreset> PRESET = new Setting<>(
            "encode.preset",
            "superfast",
            ValueParser.oneOf(EncoderPreset.class),
            "How much CPU the encoder spends on a frame: ultrafast, superfast or veryfast.");

    /** {@code network.connect_timeout}. */
    public static final Setting<Duration> CONNECT_TIMEOUT = new Setting<>(
            "network.connect_timeout",
            "10s",
            ValueParser.DURATION,
            "Time limit of one attempt to connect to the relay, including TLS and WebSocket handshakes.");

    /** {@code network.silence}. */
    public static final Setting<Duration> SILENCE = new Setting<>(
            "network.silence",
            "10s",
            ValueParser.DURATION,
            "Time without any message from the relay after which the agent reconnects.");

    private AgentSettings() {}

    /** All of them, and the sections of named cameras. */
    public static SettingsSchema schema() {
        return SettingsSchema.of(all()).with(List.of(NamedCameras.SECTION));
    }

    /** All that occur once, in the order in which they are documented. */
    public static List<Setting<?>> all() {
        return List.of(
                SOURCE,
                USER,
                PASSWORD,
                RTSP_TRANSPORT,
                CONTROLS,
                ENCODE,
                ROTATE,
                MIRROR,
                AUDIO,
                AUDIO_BIT_RATE,
                WIDTH,
                HEIGHT,
                FPS,
                BIT_RATE,
                KEYFRAME_EVERY,
                RUN,
                HOURS,
                TIMEZONE,
                LINGER,
                STILL_EVERY,
                SUBSTREAM,
                LOW_ENABLED,
                LOW_WIDTH,
                LOW_FPS,
                LOW_BIT_RATE,
                CAPTURE_QUEUE,
                ENCODE_QUEUE,
                BACKLOG,
                PRESET,
                LocalSettings.PTZ,
                LocalSettings.ON_WATCHED,
                LocalSettings.ON_UNWATCHED,
                LocalSettings.ON_VIEWERS,
                LocalSettings.LED,
                LocalSettings.GPIO,
                CONNECT_TIMEOUT,
                SILENCE,
                LocalSettings.PREVIEW_LISTEN,
                LocalSettings.API_LISTEN,
                LocalSettings.API_TOKEN);
    }
}
