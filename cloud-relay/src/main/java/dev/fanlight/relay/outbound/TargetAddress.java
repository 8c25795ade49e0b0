package dev.fanlight.relay.outbound;

import dev.fanlight.relay.config.Subnet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds the address of a target and checks it: a name that leads into a private network would let whoever controls the name speak to what is there.
 * What was checked is what is connected to. Stateless.
 */
public final class TargetAddress {

    /** Where no server of the internet is (RFC 6890), besides what {@link InetAddress} itself knows. */
    private static final List<Subnet> SPECIAL = List.of(
            new Subnet("0.0.0.0", 8),
            new Subnet("100.64.0.0", 10),
            new Subnet("192.0.0.0", 24),
            new Subnet("198.18.0.0", 15),
            new Subnet("240.0.0.0", 4),
            new Subnet("64:ff9b::", 96),
            new Subnet("64:ff9b:1::", 48),
            new Subnet("100::", 64),
            new Subnet("2002::", 16),
            new Subnet("fc00::", 7));

    private TargetAddress() {}

    /**
     * Asks for the address. Blocking.
     *
     * @param allowed private networks in which it may be all the same
     * @throws IOException when there is none, or one of them may not be connected to; with a sentence for people
     */
    public static InetAddress find(String host, List<Subnet> allowed) throws IOException {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("the name " + host + " is not known", e);
        }
        for (InetAddress address : found) {
            if (!isAllowed(address, allowed)) {
                throw new IOException(host + " is in a private network, which \"networks\" does not allow");
            }
        }
        return found[0];
    }

    /** Whether something may be sent there: to the internet, or into one of the {@code allowed} networks. */
    public static boolean isAllowed(InetAddress address, List<Subnet> allowed) {
        return !isSpecial(address) || allowed.stream().anyMatch(network -> network.contains(address));
    }

    static boolean isSpecial(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || SPECIAL.stream().anyMatch(network -> network.contains(address));
    }
}
