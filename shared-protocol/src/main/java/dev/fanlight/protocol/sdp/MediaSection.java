package dev.fanlight.protocol.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A media section while it is read. Not thread safe. */
final class MediaSection {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`{|}~/-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern PAYLOAD_TYPE = Pattern.compile("\\d{1,3}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{0,300}");
    private static final int MIN_FIELDS = 4;
    private static final int MAX_PAYLOAD_TYPE = 127;
    private static final Map<Integer, String> STATIC_TYPES = Map.of(0, "PCMU/8000", 8, "PCMA/8000");

    private final String kind;
    private final String protocol;
    private final int port;
    private final List<Integer> types;
    private final Map<Integer, String> names = new HashMap<>(STATIC_TYPES);
    private final Map<Integer, String> parameters = new HashMap<>();
    private Optional<String> mid = Optional.empty();
    private MediaDirection direction = MediaDirection.SENDRECV;

    private MediaSection(String kind, String protocol, int port, List<Integer> types) {
        this.kind = kind;
        this.protocol = protocol;
        this.port = port;
        this.types = types;
    }

    /** Begins one with its line. */
    static MediaSection of(String line) throws SdpException {
        String[] fields = line.split(" ", SdpLimits.MAX_FORMATS + MIN_FIELDS);
        if (fields.length < MIN_FIELDS
                || !TOKEN.matcher(fields[0]).matches()
                || !NUMBER.matcher(fields[1]).matches()
                || !TOKEN.matcher(fields[2]).matches()) {
            throw new SdpException("A media section of the description is broken.");
        }
        List<Integer> types = new ArrayList<>();
        for (int i = 3; i < fields.length; i++) {
            payloadType(fields[i]).ifPresent(types::add);
        }
        return new MediaSection(fields[0], fields[2], Integer.parseInt(fields[1]), types);
    }

    void attribute(String name, String value) throws SdpException {
        switch (name) {
            case "mid" -> mid = Optional.of(token(value));
            case "rtpmap" -> put(names, value);
            case "fmtp" -> put(parameters, value);
            default -> direction = MediaDirection.parse(name).orElse(direction);
        }
    }

    OfferedMedia media() {
        List<MediaFormat> formats = types.stream()
                .filter(names::containsKey)
                .map(type -> new MediaFormat(type, names.getOrDefault(type, ""), parameters.getOrDefault(type, "")))
                .toList();
        return new OfferedMedia(kind, mid.orElse("0"), protocol, port, direction, formats);
    }

    private void put(Map<Integer, String> values, String line) {
        int space = line.indexOf(' ');
        if (space < 0 || !PRINTABLE.matcher(line).matches()) {
            return;
        }
        payloadType(line.substring(0, space))
                .filter(types::contains)
                .ifPresent(type -> values.put(type, line.substring(space + 1).strip()));
    }

    private static Optional<Integer> payloadType(String text) {
        return Optional.of(text)
                .filter(digits -> PAYLOAD_TYPE.matcher(digits).matches())
                .map(Integer::parseInt)
                .filter(type -> type <= MAX_PAYLOAD_TYPE);
    }

    private static String token(String text) throws SdpException {
        if (!TOKEN.matcher(text).matches()) {
            throw new SdpException("An a=mid of the description is broken.");
        }
        return text;
    }
}
