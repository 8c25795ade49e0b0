package dev.fanlight.systemd;

import java.io.IOException;

/** Sends one datagram to the socket of systemd: what the JDK cannot. Thread safe, does not block. */
@FunctionalInterface
public interface NotifySocket {

    /**
     * Sends a datagram.
     *
     * @param path of the Unix socket; of an abstract one with a zero byte in front
     * @throws IOException when it could not be sent; it is lost then
     */
    void send(byte[] path, byte[] datagram) throws IOException;
}
