package dev.fanlight.relay.tls;

import dev.fanlight.identity.RelayUrl;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.bouncycastle.util.IPAddress;

/**
 * The names and addresses under which this computer can be reached. Immutable.
 *
 * @param names host names, in lower case and sorted
 * @param addresses addresses as text without a zone, sorted
 */
public record LocalNames(List<String> names, List<String> addresses) {

    private static final int MAX_ADDRESSES = 32;

    /** Copies both lists. */
    public LocalNames {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
    }

    /**
     * Looks at this computer.
     *
     * @param publicHost one more name or address, empty for none
     */
    public static LocalNames detect(String publicHost) {
        TreeSet<String> names = new TreeSet<>(List.of("localhost"));
        TreeSet<String> addresses = new TreeSet<>(List.of("127.0.0.1", "0:0:0:0:0:0:0:1"));
        String host = hostName();
        if (isName(host)) {
            names.add(host);
            names.add(host + ".local");
        }
        addresses.addAll(lanAddresses());
        if (isName(publicHost)) {
            names.add(publicHost.toLowerCase(Locale.ROOT));
        } else if (IPAddress.isValid(publicHost)) {
            addresses.add(publicHost);
        }
        return new LocalNames(
                List.copyOf(names), addresses.stream().limit(MAX_ADDRESSES).toList());
    }

    /** The addresses under which other computers of the network reach this one as text without a zone, IPv4 first. */
    public static List<String> lanAddresses() {
        List<InetAddress> addresses = new ArrayList<>();
        try {
            NetworkInterface.networkInterfaces()
                    .filter(LocalNames::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .forEach(addresses::add);
        } catch (SocketException e) {
            return List.of();
        }
        addresses.sort((a, b) -> Integer.compare(a.getAddress().length, b.getAddress().length));
        return addresses.stream()
                .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                .filter(IPAddress::isValid)
                .toList();
    }

    /** The computer’s own short name in lower case, {@code localhost} when it has none. */
    public static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return isName(name) ? name : "localhost";
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static boolean isName(String text) {
        return RelayUrl.isHost(text) && !text.contains(":") && !text.endsWith(".") && !text.matches("[0-9.]+");
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
