package dev.fanlight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;

/**
 * A port of the loopback interface for a process that a test starts. It lies below the range from which Linux takes the local ports of
 * outgoing connections (32768–60999), so that no connection takes it before the process listens.
 */
public final class FreePort {

    private static final int FIRST = 10_240;
    private static final int END = 32_768;
    private static final int TRIES = 100;
    private static final SplittableRandom RANDOM = new SplittableRandom();

    private FreePort() {}

    public static synchronized int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = RANDOM.nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new AssertionError("no free port after " + TRIES + " tries");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
