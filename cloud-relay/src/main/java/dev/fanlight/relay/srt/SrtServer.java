package dev.fanlight.relay.srt;

import java.net.InetAddress;

/**
 * A server that is to be called. Immutable.
 *
 * @param address its address, which was checked
 * @param port 1–65535, UDP
 * @param latencyMillis asked for
 * @param streamId may be empty
 * @param passphrase may be empty; a secret
 */
public record SrtServer(InetAddress address, int port, int latencyMillis, String streamId, String passphrase) {

    /** Does not show the secrets. */
    @Override
    public String toString() {
        return "SrtServer[" + address + ":" + port + "]";
    }
}
