package dev.fanlight.protocol.rtsp;

import dev.fanlight.media.bitstream.BitstreamException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request, without its body. Immutable.
 *
 * @param method as it was written
 * @param uri as it was written, without spaces and control characters
 * @param version for example {@code RTSP/1.0}
 * @param headers by name in lower case, the last one of a name
 */
public record RtspRequest(String method, String uri, String version, Map<String, String> headers) {

    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,10}");

    /** Copies the headers. */
    public RtspRequest {
        headers = Map.copyOf(headers);
    }

    /** The value of a header, by its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The number in {@code CSeq}, which the response repeats; empty when there is none. */
    public String sequence() {
        return header("CSeq")
                .filter(value -> SEQUENCE.matcher(value).matches())
                .orElse("");
    }

    /**
     * Reads the lines in front of the empty one.
     *
     * @throws BitstreamException when they are no request
     */
    static RtspRequest parse(String head) throws BitstreamException {
        String[] lines = head.split("\r?\n", RtspLimits.MAX_HEADERS + 2);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 3 || first[0].isEmpty() || first[1].isEmpty()) {
            throw new BitstreamException("this is no request of RTSP");
        }
        if (first[1].length() > RtspLimits.MAX_ADDRESS) {
            throw new BitstreamException("an address has at most " + RtspLimits.MAX_ADDRESS + " characters");
        }
        if (lines.length > RtspLimits.MAX_HEADERS + 1) {
            throw new BitstreamException("a request has at most " + RtspLimits.MAX_HEADERS + " headers");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 1) {
                throw new BitstreamException("a header has a name and a value");
            }
            String name = lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.put(name, lines[i].substring(colon + 1).strip());
        }
        return new RtspRequest(first[0], first[1], first[2], headers);
    }

    /** Does not show what may be a key. */
    @Override
    public String toString() {
        return "RtspRequest[" + headers.size() + " headers]";
    }
}
