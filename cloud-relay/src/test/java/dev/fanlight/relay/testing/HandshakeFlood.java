package dev.fanlight.relay.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One address that opens connections at a given rate, sends nothing on them, and keeps the newest open. */
public final class HandshakeFlood implements AutoCloseable {

    private static final long SECOND_NANOS = 1_000_000_000;

    private final InetSocketAddress to;
    private final InetAddress from;
    private final int perSecond;
    private final int open;
    private final AtomicLong connects = new AtomicLong();
    private final Thread thread = new Thread(this::run, "handshake-flood");
    private volatile boolean ending;

    private HandshakeFlood(InetSocketAddress to, InetAddress from, int perSecond, int open) {
        this.to = to;
        this.from = from;
        this.perSecond = perSecond;
        this.open = open;
    }

    /** Begins; {@code open} connections are kept. */
    public static HandshakeFlood start(int port, String from, int perSecond, int open) throws IOException {
        HandshakeFlood flood = new HandshakeFlood(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                InetAddress.getByName(from),
                perSecond,
                open);
        flood.thread.start();
        return flood;
    }

    /** How many connections it has begun. */
    public long connects() {
        return connects.get();
    }

    private void run() {
        Deque<SocketChannel> channels = new ArrayDeque<>();
        try (Selector selector = Selector.open()) {
            long start = System.nanoTime();
            while (!ending) {
                long due = (System.nanoTime() - start) * perSecond / SECOND_NANOS;
                while (!ending && connects.get() < due) {
                    channels.add(connect(selector));
                    connects.incrementAndGet();
                    if (channels.size() > open) {
                        channels.remove().close();
                    }
                }
                selector.selectNow(HandshakeFlood::finish);
                LockSupport.parkNanos(1_000_000);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            channels.forEach(HandshakeFlood::close);
        }
    }

    private SocketChannel connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        // Closed with a reset, so that this side keeps no ports in TIME_WAIT.
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.bind(new InetSocketAddress(from, 0));
        channel.register(selector, SelectionKey.OP_CONNECT);
        channel.connect(to);
        return channel;
    }

    private static void finish(SelectionKey key) {
        try {
            ((SocketChannel) key.channel()).finishConnect();
            key.cancel();
        } catch (IOException e) {
            key.cancel();
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
