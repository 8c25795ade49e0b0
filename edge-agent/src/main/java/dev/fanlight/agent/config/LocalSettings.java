package dev.fanlight.agent.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.ValueParser;
import java.util.Optional;

/** Those of {@link AgentSettings} that are about the place of the camera: its computer, its network and the people there. Immutable. */
public final class LocalSettings {

    /** {@code camera.ptz}. */
    public static final Setting<HeadChoice> PTZ = new Setting<>(
            "camera.ptz",
            "off",
            HeadChoice.PARSER,
            "Whether viewers may move the camera, as far as the relay's owner lets them: off, on (the ONVIF camera of"
                    + " camera.source), or the onvif:// address of the head where the video comes from elsewhere. Nobody"
                    + " moves it while it is paused.");

    /** {@code hooks.on_watched}. */
    public static final Setting<String> ON_WATCHED = new Setting<>(
            "hooks.on_watched",
            "",
            ValueParser.TEXT,
            "Command of the shell that runs when the first viewer comes, with FANLIGHT_EVENT, FANLIGHT_CAMERA,"
                    + " FANLIGHT_VIEWERS (how many) and FANLIGHT_WATCHING (who, one a line, as far as the relay says) in its"
                    + " environment.");

    /** {@code hooks.on_unwatched}. */
    public static final Setting<String> ON_UNWATCHED = new Setting<>(
            "hooks.on_unwatched",
            "",
            ValueParser.TEXT,
            "Command that runs when the last viewer has left, with the same environment.");

    /** {@code hooks.on_viewers}. */
    public static final Setting<String> ON_VIEWERS = new Setting<>(
            "hooks.on_viewers",
            "",
            ValueParser.TEXT,
            "Command that runs when the number of viewers or their names have changed, with the same environment.");

    /** {@code indicator.led}. */
    public static final Setting<String> LED = new Setting<>(
            "indicator.led",
            "",
            LocalSettings::led,
            "Name of an LED in /sys/class/leds that is on while the camera is watched, like ACT; the agent has to be"
                    + " allowed to write its brightness.");

    /** {@code indicator.gpio}. */
    public static final Setting<String> GPIO = new Setting<>(
            "indicator.gpio",
            "",
            LocalSettings::gpio,
            "GPIO line that is high while the camera is watched, as CHIP:LINE like gpiochip0:17; needs the program"
                    + " gpioset.");

    /** {@code preview.listen}. */
    public static final Setting<Optional<ListenAddress>> PREVIEW_LISTEN = new Setting<>(
            "preview.listen",
            "",
            ListenAddress.PARSER,
            "Where \"run\" also shows its cameras to browsers on the local network, without the relay, like"
                    + " 0.0.0.0:8770; empty for nowhere.");

    /** {@code api.listen}. */
    public static final Setting<Optional<ListenAddress>> API_LISTEN = new Setting<>(
            "api.listen",
            "",
            ListenAddress.PARSER,
            "Where \"run\" takes requests of other programs (lightStream's bodies), like 127.0.0.1:2233; empty for"
                    + " nowhere. It needs api.token.");

    /** {@code api.token}. */
    public static final Setting<String> API_TOKEN = Setting.secret(
            "api.token",
            "Token that programs send to the API as \"Authorization: Bearer TOKEN\"; at least 16 characters.");

    private LocalSettings() {}

    /** A name, not a path: the setting cannot name any other file. */
    private static String led(String text) {
        if (!text.matches("[A-Za-z0-9_:.-]{0,64}") || text.startsWith(".")) {
            throw new IllegalArgumentException("the name of an LED in /sys/class/leds, like ACT");
        }
        return text;
    }

    private static String gpio(String text) {
        if (!text.isEmpty() && !text.matches("[A-Za-z0-9_-]{1,32}:\\d{1,4}")) {
            throw new IllegalArgumentException("a chip and a line like gpiochip0:17");
        }
        return text;
    }
}
