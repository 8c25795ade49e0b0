package dev.fanlight.relay.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A connection that lets only so much through towards the player: real sockets, one player. */
public final class NarrowPipe implements AutoCloseable {

    private static final int PORTION = 1_024;
    private static final int RECEIVE_BUFFER = 16 * 1024;

    private final ServerSocket listener;
    private final int target;
    private volatile long bitsPerSecond;
    private volatile boolean closed;

    public NarrowPipe(int target, long bitsPerSecond) throws IOException {
        this.target = target;
        this.bitsPerSecond = bitsPerSecond;
        this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        thread("pipe", this::serve);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void width(long nextBitsPerSecond) {
        bitsPerSecond = nextBitsPerSecond;
    }

    private void serve() {
        try (Socket player = listener.accept();
                Socket relay = new Socket()) {
            relay.setReceiveBufferSize(RECEIVE_BUFFER);
            relay.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            player.setSendBufferSize(RECEIVE_BUFFER);
            thread("pipe-up", () -> up(player, relay));
            down(relay.getInputStream(), player.getOutputStream());
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void down(InputStream from, OutputStream to) throws IOException {
        byte[] portion = new byte[PORTION];
        long due = System.nanoTime();
        for (int count = from.read(portion); count > 0 && !closed; count = from.read(portion)) {
            to.write(portion, 0, count);
            due = Math.max(due, System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(20));
            due += count * 8L * TimeUnit.SECONDS.toNanos(1) / bitsPerSecond;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private void up(Socket player, Socket relay) {
        try {
            player.getInputStream().transferTo(relay.getOutputStream());
        } catch (IOException e) {
            // One of the two has ended, which ends the other direction too.
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
    }
}
