package dev.fanlight.agent.onvif.discovery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which of the addresses that a camera names is asked: the one it answered from, else one in a subnet of this computer (cameras name
 * link-local ones and those of other networks too), else the path of the first at the address it answered from. No name is resolved.
 * Stateless.
 */
final class ReachableAddress {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int MAX_LENGTH = 512;
    private static final int FOREIGN = 2;

    private ReachableAddress() {}

    static Optional<URI> among(List<String> named, InetAddress sender, Predicate<InetAddress> isNear) {
        List<URI> candidates = new ArrayList<>(
                named.stream().flatMap(text -> uri(text).stream()).toList());
        candidates.sort(Comparator.comparingInt(uri -> order(uri, sender, isNear)));
        return candidates.stream()
                .findFirst()
                .flatMap(best -> order(best, sender, isNear) < FOREIGN ? Optional.of(best) : at(sender, best));
    }

    private static int order(URI uri, InetAddress sender, Predicate<InetAddress> isNear) {
        Optional<InetAddress> address = literal(uri.getHost());
        if (address.equals(Optional.of(sender))) {
            return 0;
        }
        boolean near = address.isPresent() && !address.get().isLinkLocalAddress() && isNear.test(address.get());
        return near ? 1 : FOREIGN;
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            boolean usable = text.length() <= MAX_LENGTH
                    && "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return IPV4.matcher(host).matches() ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> at(InetAddress sender, URI named) {
        try {
            return Optional.of(
                    new URI("http", null, sender.getHostAddress(), named.getPort(), named.getPath(), null, null));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
