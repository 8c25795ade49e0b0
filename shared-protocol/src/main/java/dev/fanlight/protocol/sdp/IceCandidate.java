package dev.fanlight.protocol.sdp;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where one side may be reached by UDP (RFC 8839 §5.1). Immutable.
 *
 * @param address an address, never a name
 */
public record IceCandidate(InetSocketAddress address) {

    /** Host candidates come before all others; among them each has a preference of its own. */
    private static final int HOST_PREFERENCE = 126;

    private static final int MAX_PREFERENCE = 65_535;
    private static final int MIN_FIELDS = 8;
    private static final int MAX_PORT = 65_535;
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    /** Reads one; empty where it is a name, for another transport or component, or no candidate. */
    static Optional<IceCandidate> parse(String text) {
        String[] fields = text.split(" ", MIN_FIELDS + 1);
        if (fields.length < MIN_FIELDS || !fields[1].equals("1") || !fields[2].equalsIgnoreCase("udp")) {
            return Optional.empty();
        }
        return IpLiteral.parse(fields[4])
                .flatMap(
                        address -> port(fields[5]).map(port -> new IceCandidate(new InetSocketAddress(address, port))));
    }

    /**
     * The value of its line.
     *
     * @param number from 1 on; the first is preferred
     */
    String text(int number) {
        long priority = ((long) HOST_PREFERENCE << 24) | ((long) (MAX_PREFERENCE - number) << 8) | 255;
        return number + " 1 udp " + priority + " " + host() + " " + address.getPort() + " typ host";
    }

    private String host() {
        String text = address.getAddress().getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(digits -> PORT.matcher(digits).matches())
                .map(Integer::parseInt)
                .filter(port -> port > 0 && port <= MAX_PORT);
    }
}
