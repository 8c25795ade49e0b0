package dev.fanlight.relay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A path of datagrams from one client to a port, in both directions, on which some are lost. */
public final class LossyUdp implements AutoCloseable {

    private static final int MAX_DATAGRAM = 2_048;
    private static final int BUFFER = 4 << 20;

    private final DatagramSocket near;
    private final DatagramSocket far;
    private final double loss;
    private final AtomicReference<SocketAddress> client = new AtomicReference<>();
    private final AtomicInteger lost = new AtomicInteger();

    private LossyUdp(DatagramSocket near, DatagramSocket far, double loss) {
        this.near = near;
        this.far = far;
        this.loss = loss;
    }

    /**
     * Opens one.
     *
     * @param loss share of the datagrams that are lost
     * @param seed says which
     */
    public static LossyUdp to(int port, double loss, long seed) throws IOException {
        DatagramSocket near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket far = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        near.setReceiveBufferSize(BUFFER);
        far.setReceiveBufferSize(BUFFER);
        LossyUdp path = new LossyUdp(near, far, loss);
        SocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        path.thread("lossy-to-server", () -> path.pass(new Random(seed), near, far, server));
        path.thread("lossy-to-client", () -> path.pass(new Random(seed + 1), far, near, null));
        return path;
    }

    public int port() {
        return near.getLocalPort();
    }

    /** How many were lost. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }

    private void pass(Random random, DatagramSocket from, DatagramSocket to, @Nullable SocketAddress fixed) {
        byte[] buffer = new byte[MAX_DATAGRAM];
        try {
            while (!from.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                from.receive(packet);
                if (fixed != null) {
                    client.set(packet.getSocketAddress());
                }
                packet.setSocketAddress(fixed == null ? client.get() : fixed);
                if (random.nextDouble() < loss) {
                    lost.incrementAndGet();
                } else {
                    to.send(packet);
                }
            }
        } catch (IOException e) {
            if (!from.isClosed() && !to.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
