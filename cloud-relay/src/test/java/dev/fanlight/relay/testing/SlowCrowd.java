package dev.fanlight.relay.testing;

import dev.fanlight.testing.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Many clients that each send a byte now and then and never come to an end; one thread serves them all. */
public final class SlowCrowd implements AutoCloseable {

    private static final long TICK_MILLIS = 50;

    /** The beginning of a TLS ClientHello, or of an HTTP request. */
    private static final byte[] TLS = {
        22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xFC, 3, 3, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7
    };

    private static final byte[] HTTP =
            ("GET / HTTP/1.1\r\nHost: " + "a".repeat(100)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final long nanosBetweenBytes;
    private final Selector selector = Selector.open();
    private final List<Slow> clients = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "slow-crowd");
    private volatile boolean ending;

    public SlowCrowd(Duration betweenBytes) throws IOException {
        nanosBetweenBytes = betweenBytes.toNanos();
    }

    /** Clients that never finish their TLS handshake. */
    public void addHandshakes(int count, int port) throws IOException {
        add(count, port, TLS);
    }

    /** Clients that never finish their HTTP request. */
    public void addRequests(int count, int port) throws IOException {
        add(count, port, HTTP);
    }

    private void add(int count, int port, byte[] bytes) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            Slow slow = new Slow(channel, bytes);
            channel.register(selector, SelectionKey.OP_CONNECT, slow);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            clients.add(slow);
            open.incrementAndGet();
        }
    }

    public void start() {
        thread.start();
    }

    public int open() {
        return open.get();
    }

    /** Whether the relay has taken everybody, of whom it may have sent some away again. */
    public boolean isComplete() {
        return clients.stream().allMatch(slow -> slow.connected != 0 && (slow.spoke || slow.closed != 0));
    }

    /** The longest that anybody was served, once all are closed. */
    public Duration longest() {
        return Duration.ofNanos(clients.stream()
                .mapToLong(slow -> slow.closed - slow.connected)
                .max()
                .orElseThrow());
    }

    private void run() {
        try {
            while (!ending && open() > 0) {
                selector.select(this::serve, TICK_MILLIS);
                long now = System.nanoTime();
                for (Slow slow : clients) {
                    slow.tick(now);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void serve(SelectionKey key) {
        Slow slow = (Slow) key.attachment();
        try {
            if (key.isConnectable()) {
                slow.channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                slow.connected = System.nanoTime();
            } else if (slow.channel.read(ByteBuffer.allocate(1_024)) < 0) {
                slow.end();
            }
        } catch (IOException e) {
            slow.end();
        }
    }

    @Override
    public void close() throws IOException {
        ending = true;
        Await.until("the crowd has gone home", () -> !thread.isAlive());
        for (Slow slow : clients) {
            slow.channel.close();
        }
        selector.close();
    }

    /** The crowd’s thread only. */
    private final class Slow {

        private final SocketChannel channel;
        private final byte[] bytes;
        private volatile boolean spoke;
        private int sent;
        private volatile long connected;
        private volatile long closed;

        Slow(SocketChannel channel, byte[] bytes) {
            this.channel = channel;
            this.bytes = bytes;
        }

        void tick(long now) {
            if (connected == 0 || closed != 0 || sent >= bytes.length || now - connected < sent * nanosBetweenBytes) {
                return;
            }
            try {
                channel.write(ByteBuffer.wrap(bytes, sent, 1));
                sent++;
                spoke = true;
            } catch (IOException e) {
                end();
            }
        }

        void end() {
            if (closed == 0) {
                closed = System.nanoTime();
                open.decrementAndGet();
            }
            try {
                channel.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
