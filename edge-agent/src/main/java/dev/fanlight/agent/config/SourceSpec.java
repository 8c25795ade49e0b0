package dev.fanlight.agent.config;

import dev.fanlight.settings.ValueParser;
import java.nio.file.Path;

/** Where pictures come from. Only local configuration names it, never a relay. Immutable. */
public sealed interface SourceSpec {

    /** Reads {@code auto}, {@code test}, {@code file:PATH} or {@code /dev/…}. */
    ValueParser<SourceSpec> PARSER = SourceSpec::parse;

    /** The first camera found. */
    record FirstCamera() implements SourceSpec {}

    /** The clock that the agent draws itself. */
    record TestPicture() implements SourceSpec {}

    /**
     * A video file, looped.
     *
     * @param path as given, relative to the working directory
     */
    record VideoFile(Path path) implements SourceSpec {}

    /**
     * A V4L2 camera.
     *
     * @param path device node or a link to it; {@code /dev/v4l/by-id/…} survives replugging
     */
    record Camera(Path path) implements SourceSpec {}

    private static SourceSpec parse(String text) {
        if (text.equals("auto")) {
            return new FirstCamera();
        }
        if (text.equals("test")) {
            return new TestPicture();
        }
        if (text.startsWith("file:") && text.length() > "file:".length()) {
            return new VideoFile(Path.of(text.substring("file:".length())));
        }
        if (text.startsWith("/dev/")) {
            return new Camera(Path.of(text));
        }
        throw new IllegalArgumentException("auto, test, file:PATH or a device like /dev/video0");
    }
}
