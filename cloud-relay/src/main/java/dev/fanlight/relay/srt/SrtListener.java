package dev.fanlight.relay.srt;

import java.nio.ByteBuffer;

/** What happens to a connection. Called on the thread that reads the process: must not block. */
public interface SrtListener {

    /** A server has taken the call; not called for a caller. */
    default void opened() {}

    /** The next bytes; once they are passed on, {@link SrtConnection#passedOn} is to be called. */
    default void data(ByteBuffer media) {}

    /** It was slower than its group. */
    default void skipped() {}

    /** It is over. Called once, whoever closed it. */
    void closed(String reason);
}
