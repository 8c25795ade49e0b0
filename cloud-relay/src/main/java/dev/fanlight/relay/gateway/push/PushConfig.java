package dev.fanlight.relay.gateway.push;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.config.Subnet;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be set for pushing a camera’s stream. Immutable.
 *
 * @param camera whose stream is sent
 * @param target where to
 * @param key names the stream there; a secret
 * @param networks private networks in which the target may be
 * @param sound what becomes of the sound
 * @param video what it is encoded to; empty when it is sent as it is
 */
record PushConfig(
        CameraName camera,
        PushTarget target,
        String key,
        List<Subnet> networks,
        PushSound sound,
        Optional<PushVideo> video) {

    private static final Pattern BEARER = Pattern.compile("[\\x21-\\x7E]{1,1024}");

    /** {@code camera}. */
    static final Setting<String> CAMERA =
            new Setting<>("camera", "", ValueParser.TEXT, "Camera whose stream is pushed; it is kept awake for that.");

    /** {@code target}. */
    static final Setting<Optional<PushTarget>> TARGET = new Setting<>(
            "target",
            "",
            text -> text.isBlank() ? Optional.empty() : Optional.of(PushTarget.parse(text)),
            "Address to push to: rtmp:// or rtmps://, without the key of the stream, srt://HOST:PORT, with"
                    + " ?streamid=ID&latency=MILLISECONDS where the target wants them, or whips:// or https:// for WHIP.");

    /** {@code key}. */
    static final Setting<String> KEY = Setting.secret(
            "key",
            "Key of the stream at the target; by SRT the passphrase, if there is one, and by WHIP the bearer token.");

    /** {@code networks}. */
    static final Setting<List<Subnet>> NETWORKS = new Setting<>(
            "networks",
            "",
            text -> Subnet.parseAll(ValueParser.list().parse(text)),
            "Private networks in which the target may be, like 192.168.1.0/24, with commas between; without them a"
                    + " target with a private address, or on this computer, is refused.");

    /** {@code sound}. */
    static final Setting<PushSound> SOUND = new Setting<>(
            "sound",
            "copy",
            ValueParser.oneOf(PushSound.class),
            "Sound of what is pushed: copy sends the camera's, aac makes AAC of it in an FFmpeg process, for targets that take no"
                    + " other (a page's and most agents' sound is Opus), silence sends silent AAC for targets that refuse"
                    + " streams without sound, none sends none.");

    /** {@code video}. */
    static final Setting<Optional<PushVideo>> VIDEO = new Setting<>(
            "video",
            "copy",
            PushVideo::parse,
            "Video of what is pushed: copy sends it as it is; a size and rate, like 640x360@15, encodes it anew as"
                    + " H.264, and its sound as AAC, in an FFmpeg process.");

    /** The settings of this part, in the order of the documentation. */
    static final List<Setting<?>> SETTINGS = List.of(CAMERA, TARGET, KEY, NETWORKS, SOUND, VIDEO);

    /**
     * Reads it from settings.
     *
     * @param name of the gateway
     * @throws UserException when something is missing
     */
    static PushConfig of(String name, Settings settings) {
        PushTarget target = settings.get(TARGET).orElseThrow(() -> missing(name, "target"));
        if (settings.get(KEY).isEmpty() && target.srt().isEmpty()) {
            throw missing(name, "key");
        }
        target.srt().ifPresent(options -> checkPassphrase(name, options, settings.get(KEY)));
        if (target.whip()) {
            checkWhip(name, settings);
        }
        try {
            CameraName camera = new CameraName(settings.get(CAMERA));
            return new PushConfig(
                    camera,
                    target,
                    settings.get(KEY),
                    settings.get(NETWORKS),
                    settings.get(SOUND),
                    settings.get(VIDEO));
        } catch (IllegalArgumentException e) {
            throw missing(name, "camera");
        }
    }

    private static void checkPassphrase(String name, SrtOptions options, String key) {
        try {
            var unused = options.withPassphrase(key);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    ExitCode.SETTINGS, "\"gateways." + name + ".key\" is wrong: " + e.getMessage() + ".");
        }
    }

    private static void checkWhip(String name, Settings settings) {
        if (settings.get(SOUND) == PushSound.AAC || settings.get(SOUND) == PushSound.SILENCE) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "\"gateways." + name + ".sound\" is AAC, which WHIP does not carry: use copy, for Opus, or none.");
        }
        if (!BEARER.matcher(settings.get(KEY)).matches()) {
            throw new UserException(
                    ExitCode.SETTINGS, "\"gateways." + name + ".key\" has characters that no bearer token has.");
        }
    }

    private static UserException missing(String name, String key) {
        return new UserException(
                ExitCode.SETTINGS,
                "\"gateways." + name + "." + key
                        + "\" is missing or wrong: a push needs a camera, a target and, by RTMP and WHIP, a key.");
    }

    /** Whether a child has to encode something. */
    boolean encodes() {
        return video.isPresent() || sound == PushSound.AAC;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return camera.text() + " to " + target.url();
    }
}
