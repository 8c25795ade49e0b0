package dev.fanlight.relay.doctor;

import dev.fanlight.cli.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Whether a port of the relay is its own: taken while it runs, free before. Blocking.
 *
 * @param running whether the relay runs
 * @param limit how long connecting may take
 */
public record PortCheck(boolean running, Duration limit) {

    private static final String ABOUT = "port";
    private static final int LAST_RESERVED = 1023;

    /** What was found about a port that {@code use} names. */
    public Finding run(int port, String use) {
        boolean taken = isTaken(port);
        String text = port + " (" + use + ")";
        if (running) {
            return taken
                    ? Finding.fine(ABOUT, text + " answers on this computer")
                    : Finding.problem(
                            ABOUT,
                            text + " does not answer, though the relay runs",
                            "Was the setting changed since it was started? Restart it: sudo systemctl restart fanlight-relay");
        }
        if (taken) {
            return Finding.problem(
                    ABOUT,
                    text + " is taken by another program",
                    "Which one? sudo ss -ltnp \"sport = :" + port + "\"   Stop that one, or choose another port.");
        }
        return Finding.fine(
                ABOUT, text + (port <= LAST_RESERVED ? " is free; only root and the service may take it" : " is free"));
    }

    /** Whether something listens at a port of this computer. */
    boolean isTaken(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) limit.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
