package dev.fanlight.relay.gateway.webrtc;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The addresses of this computer that a peer might reach. Stateless. */
final class OwnAddresses {

    private OwnAddresses() {}

    /** IPv4 first, without those of one link; that of this computer alone where there is no other. */
    static List<InetAddress> find() {
        List<InetAddress> found = new ArrayList<>();
        try {
            NetworkInterface.networkInterfaces()
                    .filter(OwnAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                    .forEach(found::add);
        } catch (SocketException e) {
            return List.of(InetAddress.getLoopbackAddress());
        }
        if (found.isEmpty()) {
            found.add(InetAddress.getLoopbackAddress());
        }
        found.sort(Comparator.comparing(address -> address instanceof Inet4Address ? 0 : 1));
        return found.subList(0, Math.min(found.size(), WebRtcConfig.MAX_ADVERTISED));
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
