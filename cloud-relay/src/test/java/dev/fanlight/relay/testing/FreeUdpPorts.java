package dev.fanlight.relay.testing;

import dev.fanlight.testing.FreePort;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.SocketException;

/** An even UDP port that nobody uses, with the one behind it. */
public final class FreeUdpPorts {

    private static final int TRIES = 100;

    private FreeUdpPorts() {}

    /** The first of the two. */
    public static int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = FreePort.next() / 2 * 2;
            if (isFree(port) && isFree(port + 1)) {
                return port;
            }
        }
        throw new AssertionError("no free ports after " + TRIES + " tries");
    }

    private static boolean isFree(int port) {
        try (DatagramSocket probe = new DatagramSocket(port)) {
            return probe.isBound();
        } catch (BindException e) {
            return false;
        } catch (SocketException e) {
            throw new AssertionError(e);
        }
    }
}
