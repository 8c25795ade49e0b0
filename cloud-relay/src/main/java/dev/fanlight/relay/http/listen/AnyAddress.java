package dev.fanlight.relay.http.listen;

import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.SocketException;

/** The address that stands for all addresses of this computer. Stateless. */
public final class AnyAddress {

    private static final String V4 = "0.0.0.0";
    private static final String V6_AND_V4 = "::";

    private AnyAddress() {}

    /** {@code ::}, which takes IPv4 too, where there is IPv6, else {@code 0.0.0.0}. */
    public static String text() {
        return hasV6() && !Boolean.getBoolean("java.net.preferIPv4Stack") ? V6_AND_V4 : V4;
    }

    private static boolean hasV6() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(Inet6Address.class::isInstance);
        } catch (SocketException e) {
            return false;
        }
    }
}
