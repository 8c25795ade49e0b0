package dev.fanlight.agent.config;

import dev.fanlight.settings.ValueParser;
import java.util.Set;

/** Where the sound of a camera comes from. Only local configuration names it, never a relay. Immutable. */
public sealed interface AudioInput {

    /**
     * Reads {@code off}, {@code auto} or the name of an ALSA device. YAML turns a bare {@code off} into {@code false}; that and
     * {@code true} are all that earlier versions knew.
     */
    ValueParser<AudioInput> PARSER = text -> switch (text) {
        case "off", "false" -> new Off();
        case "auto", "true" -> new FromSource();
        default -> device(text);
    };

    /** There is none. */
    record Off() implements AudioInput {}

    /** The sound that the source of the video brings, if it brings any. */
    record FromSource() implements AudioInput {}

    /**
     * A microphone.
     *
     * @param name as ALSA knows it, for example {@code default} or {@code plughw:CARD=Camera}
     */
    record Device(String name) implements AudioInput {}

    private static Device device(String text) {
        boolean mistaken = Set.of("on", "yes", "no", "none").contains(text);
        if (mistaken || !text.matches("[A-Za-z0-9_][A-Za-z0-9_:=,. -]{0,127}")) {
            throw new IllegalArgumentException(
                    "off, auto or an ALSA device like default or plughw:1,0 (\"arecord -L\" lists them)");
        }
        return new Device(text);
    }
}
