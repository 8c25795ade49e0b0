package dev.fanlight.relay.tls.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/** The datagrams of one handshake: what has come waits in a bounded queue, what is sent goes on at once. Thread safe. */
final class DtlsDatagrams implements DatagramTransport {

    /** Most datagrams that wait; what is more is lost, and sent again by the peer. */
    static final int MAX_WAITING = 32;

    /** Browsers split what they begin with into datagrams of some 1,400 bytes. */
    private static final int RECEIVE_BYTES = 1_500;

    private static final int SEND_BYTES = 1_200;

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Consumer<byte[]> out;
    private volatile boolean closed;
    private volatile boolean established;

    /** Nothing has come yet; {@code out} takes what is to be sent, on any thread. */
    DtlsDatagrams(Consumer<byte[]> out) {
        this.out = out;
    }

    /** A datagram has come. */
    void received(byte[] datagram) {
        if (!closed) {
            boolean unusedIsLostWhenFull = waiting.offer(datagram);
        }
    }

    /** From now on nothing is waited for. */
    void established() {
        established = true;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_BYTES;
    }

    @Override
    public int getSendLimit() {
        return SEND_BYTES;
    }

    @Override
    public int receive(byte[] target, int offset, int length, int waitMillis) throws IOException {
        if (closed) {
            throw new IOException("it was closed");
        }
        Optional<byte[]> next = next(waitMillis);
        if (next.isEmpty()) {
            return -1;
        }
        int size = Math.min(length, next.get().length);
        System.arraycopy(next.get(), 0, target, offset, size);
        return size;
    }

    @Override
    public void send(byte[] source, int offset, int length) {
        out.accept(Arrays.copyOfRange(source, offset, offset + length));
    }

    @Override
    public void close() {
        closed = true;
    }

    private Optional<byte[]> next(int waitMillis) throws IOException {
        try {
            byte @Nullable [] next =
                    established ? waiting.poll() : waiting.poll(Math.max(0, waitMillis), TimeUnit.MILLISECONDS);
            return Optional.ofNullable(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the handshake was ended");
        }
    }
}
