package dev.fanlight.relay.webrtc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Datagrams of media that came before the keys were known on this side: the other one has them a moment sooner, and begins with what everything
 * behind depends on. Loop only.
 */
final class EarlyMedia {

    /** How many are kept; later ones are dropped. A datagram has {@link DatagramLoop#MAX_DATAGRAM_BYTES} at most. */
    static final int MAX_DATAGRAMS = 64;

    private final List<byte[]> datagrams = new ArrayList<>();

    void add(byte[] datagram) {
        if (datagrams.size() < MAX_DATAGRAMS) {
            datagrams.add(datagram);
        }
    }

    /** Passes them on in their order. */
    void forEach(Consumer<byte[]> action) {
        datagrams.forEach(action);
    }
}
