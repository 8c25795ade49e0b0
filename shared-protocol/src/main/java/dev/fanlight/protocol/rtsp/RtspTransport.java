package dev.fanlight.protocol.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How packets travel, as a client offers it in {@code Transport} (RFC 2326 §12.39). Immutable. */
public sealed interface RtspTransport {

    /** Most alternatives of a header that are read. */
    int MAX_OFFERS = 8;

    /**
     * On the connection of the requests.
     *
     * @param channels of RTP and RTCP, 0–255; empty when the server is to choose
     */
    record Interleaved(Optional<Pair> channels) implements RtspTransport {}

    /**
     * By UDP.
     *
     * @param ports of the client for RTP and RTCP, 1–65535
     */
    record Udp(Pair ports) implements RtspTransport {}

    /**
     * Numbers of RTP and RTCP.
     *
     * @param rtp the first
     * @param rtcp the second
     */
    record Pair(int rtp, int rtcp) {

        private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

        @Override
        public String toString() {
            return rtp + "-" + rtcp;
        }

        private static Optional<Pair> parse(String text, int min, int max) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return Optional.empty();
            }
            int rtp = Integer.parseInt(form.group(1));
            int rtcp = form.group(2) == null ? rtp + 1 : Integer.parseInt(form.group(2));
            boolean isGood = rtp >= min && rtp <= max && rtcp >= min && rtcp <= max && rtp != rtcp;
            return isGood ? Optional.of(new Pair(rtp, rtcp)) : Optional.empty();
        }
    }

    /** The offers of a header that are unicast and of a kind named here, in the client’s order. */
    static List<RtspTransport> parse(String header) {
        List<RtspTransport> offers = new ArrayList<>();
        for (String offer : header.split(",", MAX_OFFERS)) {
            offer(offer.strip()).ifPresent(offers::add);
        }
        return offers;
    }

    private static Optional<RtspTransport> offer(String text) {
        List<String> parts = List.of(text.split(";"));
        if (parts.contains("multicast") || parts.contains("mode=record") || parts.contains("mode=\"RECORD\"")) {
            return Optional.empty();
        }
        return switch (parts.get(0).toUpperCase(Locale.ROOT)) {
            case "RTP/AVP/TCP" ->
                Optional.of(new Interleaved(value(parts, "interleaved=").flatMap(pair -> Pair.parse(pair, 0, 255))));
            case "RTP/AVP", "RTP/AVP/UDP" ->
                value(parts, "client_port=")
                        .flatMap(pair -> Pair.parse(pair, 1, 65_535))
                        .map(Udp::new);
            default -> Optional.empty();
        };
    }

    private static Optional<String> value(List<String> parts, String name) {
        return parts.stream()
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .findFirst();
    }
}
