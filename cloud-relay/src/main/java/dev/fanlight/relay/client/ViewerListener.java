package dev.fanlight.relay.client;

import java.nio.ByteBuffer;

/**
 * Receives what a {@link ViewerConnection} reads. Every call comes on the connection’s event loop. Buffers belong to the connection and
 * are valid during the call.
 */
public interface ViewerListener {

    /**
     * Whether messages are delivered whole; asked at the start of each message. Otherwise only the header of a media message is kept and
     * text messages arrive empty, which spares a copy.
     */
    boolean wantsWholeMessages();

    /** The connection is open; the upgrade follows. */
    void onOpen();

    /**
     * A control message arrived. The first one means that the relay has admitted this viewer.
     *
     * @param json UTF-8, or empty
     * @param arrivedMicros when, on the connection’s clock
     */
    void onText(ByteBuffer json, long arrivedMicros);

    /**
     * A media message arrived.
     *
     * @param message its header, followed by the payload if whole messages are wanted
     * @param bytes size of the whole message
     * @param arrivedMicros when its last bytes came, on the connection’s clock
     */
    void onMedia(ByteBuffer message, int bytes, long arrivedMicros);

    /** The relay violated the protocol; the connection closes and {@link #onClose} follows. */
    void onViolation();

    /** The connection has ended; nothing follows. */
    void onClose(CloseCause cause);
}
