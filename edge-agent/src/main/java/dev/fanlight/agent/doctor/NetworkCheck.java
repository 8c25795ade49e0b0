package dev.fanlight.agent.doctor;

import dev.fanlight.cli.Finding;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The way to the relay: its name, its port, the round trip. Blocking.
 *
 * @param relay the relay
 * @param limit how long connecting may take
 * @param clock for the round trip
 */
record NetworkCheck(RelayUrl relay, Duration limit, NanoClock clock) {

    private static final String ABOUT = "network";

    List<Finding> run() {
        try {
            InetAddress address = InetAddress.getByName(relay.host());
            return List.of(connect(address));
        } catch (UnknownHostException e) {
            return List.of(Finding.problem(
                    ABOUT,
                    "There is no host named " + relay.host() + ".",
                    "Is this computer online? Was the name of the relay changed?"));
        }
    }

    private Finding connect(InetAddress address) {
        long start = clock.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, relay.port()), (int) limit.toMillis());
            long millis = TimeUnit.NANOSECONDS.toMillis(clock.nanoTime() - start);
            return Finding.fine(
                    ABOUT, relay.host() + " is " + address.getHostAddress() + ", round trip " + millis + " ms");
        } catch (IOException e) {
            return Finding.problem(
                    ABOUT,
                    relay.hostAndPort() + " does not accept connections",
                    "Is the relay running, and its port open in every firewall?");
        }
    }
}
