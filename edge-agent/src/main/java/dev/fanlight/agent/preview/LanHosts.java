package dev.fanlight.agent.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/** The addresses under which browsers in the local networks reach this computer. Stateless. */
final class LanHosts {

    private LanHosts() {}

    /** IPv4 addresses of interfaces that are up, then {@code localhost}. */
    static List<String> find() {
        try {
            Stream<String> addresses = NetworkInterface.networkInterfaces()
                    .filter(LanHosts::isOutside)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress);
            return Stream.concat(addresses, Stream.of("localhost")).toList();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOutside(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (IOException e) {
            return false;
        }
    }
}
