package dev.fanlight.agent.config;

import dev.fanlight.settings.ValueParser;

/**
 * What the agent captures. Only local configuration names it, never a relay. Immutable.
 *
 * @param scheme kind of source
 * @param location which one; empty where there is only one
 */
public record SourceSpec(SourceScheme scheme, String location) {

    /** Reads {@code auto}, {@code test}, {@code file:PATH} or {@code /dev/…}. */
    public static final ValueParser<SourceSpec> PARSER = SourceSpec::parse;

    private static final String FILE = "file:";

    private static SourceSpec parse(String text) {
        if (text.equals("auto")) {
            return new SourceSpec(SourceScheme.AUTO, "");
        }
        if (text.equals("test")) {
            return new SourceSpec(SourceScheme.TEST, "");
        }
        if (text.startsWith(FILE) && text.length() > FILE.length()) {
            return new SourceSpec(SourceScheme.FILE, text.substring(FILE.length()));
        }
        if (text.startsWith("/dev/")) {
            return new SourceSpec(SourceScheme.DEVICE, text);
        }
        throw new IllegalArgumentException("auto, test, file:PATH or a device like /dev/video0");
    }
}
