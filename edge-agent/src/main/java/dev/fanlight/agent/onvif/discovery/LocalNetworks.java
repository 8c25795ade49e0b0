package dev.fanlight.agent.onvif.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;

/**
 * The IPv4 networks this computer is in, each interface that is up, loopback too. Immutable.
 *
 * @param addresses of this computer, with their interfaces
 */
public record LocalNetworks(List<Place> addresses) {

    /**
     * An address of this computer.
     *
     * @param network its interface
     * @param address its own address
     * @param prefix length of its network’s prefix, bits
     */
    public record Place(NetworkInterface network, InetAddress address, int prefix) {

        boolean contains(InetAddress other) {
            byte[] own = address.getAddress();
            byte[] theirs = other.getAddress();
            if (own.length != theirs.length) {
                return false;
            }
            int whole = prefix / 8;
            int mask = 0xFF00 >> (prefix % 8) & 0xFF;
            boolean sameRest = whole == own.length || ((own[whole] ^ theirs[whole]) & mask) == 0;
            return Arrays.equals(own, 0, whole, theirs, 0, whole) && sameRest;
        }
    }

    /** Those of now. */
    public static LocalNetworks find() {
        try {
            return new LocalNetworks(NetworkInterface.networkInterfaces()
                    .filter(LocalNetworks::isUp)
                    .flatMap(network -> network.getInterfaceAddresses().stream()
                            .filter(address -> address.getAddress() instanceof Inet4Address)
                            .map(address -> place(network, address)))
                    .toList());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contain(InetAddress address) {
        return addresses.stream().anyMatch(place -> place.contains(address));
    }

    private static Place place(NetworkInterface network, InterfaceAddress address) {
        return new Place(network, address.getAddress(), address.getNetworkPrefixLength());
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (IOException e) {
            return false;
        }
    }
}
