package dev.fanlight.agent.source.live.rtmp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** What a camera that has shown its key pushes, as FLV; ends when the camera does, or when it is cancelled. One thread, but for {@link #ending}. */
public final class RtmpStream extends InputStream {

    private static final long POLL_MILLIS = 100;

    private final RtmpConnection connection;
    private final BooleanSupplier cancelled;
    private final Selector selector;
    private volatile String ending = "has ended the connection";

    RtmpStream(RtmpConnection connection, BooleanSupplier cancelled) throws IOException {
        this.connection = connection;
        this.cancelled = cancelled;
        this.selector = Selector.open();
        connection.socket().register(selector, SelectionKey.OP_READ);
    }

    /** Why nothing comes any more, as the end of a sentence. Any thread. */
    public String ending() {
        return ending;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = connection.peer().media().read(target, offset, length);
        while (count == 0 && length > 0) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted() || !receive()) {
                return -1;
            }
            count = connection.peer().media().read(target, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        connection.close();
    }

    /** Waits a moment for more; whether the camera is still there. */
    private boolean receive() throws IOException {
        selector.select(POLL_MILLIS);
        selector.selectedKeys().clear();
        try {
            connection.read();
            return true;
        } catch (IOException e) {
            ending = Objects.requireNonNullElse(e.getMessage(), ending);
            return false;
        }
    }
}
