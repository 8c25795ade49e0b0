package dev.fanlight.agent.control;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.JsonReader;
import dev.fanlight.protocol.codec.json.JsonText;
import dev.fanlight.protocol.codec.json.Members;
import java.util.Locale;
import java.util.Optional;

/**
 * What a command requests of a running agent: one JSON object, one line. Immutable.
 *
 * @param kind what is requested
 * @param camera name of the camera at its relay; not needed where the agent has one
 * @param text what is said
 */
public record ControlRequest(Kind kind, Optional<String> camera, Optional<String> text) {

    private static final int MAX_NAME = 64;
    private static final int MAX_TEXT = 4_096;

    /** The requests. */
    public enum Kind {
        /** What all cameras do now. */
        STATUS,
        /** A line for the chat of a camera. */
        SAY,
        /** A link to a camera. */
        SHARE
    }

    /** Reads a line. */
    static ControlRequest parse(byte[] line) throws ProtocolException {
        Members members = JsonReader.read(line);
        return new ControlRequest(
                members.oneOf("request", Kind.class),
                members.optionalString("camera", MAX_NAME),
                members.optionalString("text", MAX_TEXT));
    }

    /** The line, without its end. */
    String line() {
        return JsonText.object(out -> out.text("request", kind.name().toLowerCase(Locale.ROOT))
                .text("camera", camera)
                .text("text", text));
    }
}
