package dev.fanlight.relay.gateway.srt;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller wants: {@code publish:CAMERA:ID} and {@code request:CAMERA:ID}, or the same in the form of SRT Access Control,
 * {@code #!::r=CAMERA,m=publish,u=ID}. The id is that of a publish key or of a link, no secret: stream ids are not encrypted. May be anything. Immutable.
 *
 * @param mode what it is for
 * @param camera name or id; any text
 * @param id of the key, if there is one
 * @param clearKey the key itself, which anyone on the path can read, if there is one
 */
record SrtStreamId(Mode mode, String camera, Optional<String> id, Optional<String> clearKey) {

    private static final String STANDARD = "#!::";

    /** As it stands in an address, which not every program decodes (FFmpeg 5.1). */
    private static final String STANDARD_ENCODED = "%23!::";

    private static final int PARTS = 3;

    /** Ids have 8 characters, and keys 26. */
    private static final int LONGEST_ID = 16;

    /** Whether somebody sends or gets. */
    enum Mode {
        PUBLISH,
        REQUEST
    }

    /** Reads one; empty when it is none. */
    static Optional<SrtStreamId> parse(String text) {
        if (text.startsWith(STANDARD_ENCODED)) {
            return standard(text.substring(STANDARD_ENCODED.length()));
        }
        return text.startsWith(STANDARD) ? standard(text.substring(STANDARD.length())) : plain(text);
    }

    private static Optional<SrtStreamId> plain(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < 2) {
            return Optional.empty();
        }
        Optional<String> key = Arrays.stream(parts).skip(2).findFirst().filter(part -> !part.isEmpty());
        return mode(parts[0])
                .map(mode -> new SrtStreamId(
                        mode,
                        parts[1],
                        key.filter(part -> part.length() <= LONGEST_ID),
                        key.filter(part -> part.length() > LONGEST_ID)));
    }

    /** Without a mode it is a request (SRT Access Control). */
    private static Optional<SrtStreamId> standard(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        String camera = values.getOrDefault("r", "");
        return camera.isEmpty()
                ? Optional.empty()
                : mode(values.getOrDefault("m", "request"))
                        .map(mode -> new SrtStreamId(
                                mode,
                                camera,
                                Optional.ofNullable(values.get("u")),
                                Optional.ofNullable(values.get("s"))));
    }

    private static Optional<Mode> mode(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "publish" -> Optional.of(Mode.PUBLISH);
            case "request", "read", "play" -> Optional.of(Mode.REQUEST);
            default -> Optional.empty();
        };
    }

    /** Does not show what may be a key. */
    @Override
    public String toString() {
        return "SrtStreamId[" + mode + "]";
    }
}
