package dev.fanlight.relay.testing;

import java.io.IOException;
import java.net.InetAddress;

/** Somebody who tries secrets, from an address of loopback of their choice. */
public interface Guesser extends AutoCloseable {

    /** What became of a guess. */
    enum Result {
        /** The secret was right. */
        HIT,
        /** It was looked at and is wrong. */
        WRONG,
        /** It was not checked. */
        LIMITED
    }

    Result guess(InetAddress from) throws IOException;

    @Override
    void close() throws IOException;
}
