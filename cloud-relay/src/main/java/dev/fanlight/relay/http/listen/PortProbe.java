package dev.fanlight.relay.http.listen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Tells whether a port is free. Stateless. */
public final class PortProbe {

    private PortProbe() {}

    /**
     * Refuses a port on which anything listens, this relay too: Vert.x lets the servers of one process share a port, and then gives connections to
     * those that were opened first. Blocking; call it on the starting thread, where one port is opened after the other.
     *
     * @param host an address in digits
     * @param port 1–65535; any other number stands for a port that the system chooses, and is free
     * @throws IOException when the port is taken or not allowed
     */
    public static void requireFree(String host, int port) throws IOException {
        if (port <= 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        }
    }
}
