package dev.fanlight.agent.source.live.rtmp;

import dev.fanlight.agent.config.RtmpAddress;
import dev.fanlight.runtime.NanoClock;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A port at which a camera shows its key. Peers that do not, or not in time, are closed and keep no other from it. One thread, but for
 * {@link #close}.
 */
public final class RtmpPort implements Closeable {

    /** Most peers that have not shown a key; when there is one more, the oldest is closed. */
    static final int MAX_WAITING = 8;

    /** In which a peer has to show the key. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long POLL_MILLIS = 100;

    private final RtmpAddress address;
    private final Random random;
    private final NanoClock clock;
    private final ServerSocketChannel server;

    private RtmpPort(RtmpAddress address, Random random, NanoClock clock, ServerSocketChannel server) {
        this.address = address;
        this.random = random;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Opens the port.
     *
     * @throws IOException when it is taken, or the address is none of this computer
     */
    public static RtmpPort open(RtmpAddress address, Random random, NanoClock clock) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.configureBlocking(false);
            String host = address.host().replaceAll("[\\[\\]]", "");
            server.bind(new InetSocketAddress(InetAddress.getByName(host), address.port()), MAX_WAITING);
            return new RtmpPort(address, random, clock, server);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /** Waits for a peer that shows the key, and gives what it sends; empty when that was cancelled. */
    public Optional<RtmpStream> accept(BooleanSupplier cancelled) throws IOException {
        Deque<RtmpConnection> waiting = new ArrayDeque<>();
        try (Selector selector = Selector.open()) {
            server.register(selector, SelectionKey.OP_ACCEPT);
            while (!cancelled.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
                selector.select(POLL_MILLIS);
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key, selector, waiting);
                }
                selector.selectedKeys().clear();
                Optional<RtmpConnection> camera = waiting.stream()
                        .filter(one -> one.peer().isPublishing())
                        .findFirst();
                if (camera.isPresent()) {
                    waiting.remove(camera.get());
                    camera.get().socket().keyFor(selector).cancel();
                    selector.selectNow();
                    return Optional.of(new RtmpStream(camera.get(), cancelled));
                }
                closeLate(waiting);
            }
            return Optional.empty();
        } finally {
            waiting.forEach(RtmpConnection::close);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    private void serve(SelectionKey key, Selector selector, Deque<RtmpConnection> waiting) throws IOException {
        if (key.isValid() && key.isAcceptable()) {
            add(selector, waiting);
        } else if (key.isValid() && key.attachment() instanceof RtmpConnection connection) {
            try {
                connection.read();
            } catch (IOException e) {
                waiting.remove(connection);
                connection.close();
            }
        }
    }

    private void add(Selector selector, Deque<RtmpConnection> waiting) throws IOException {
        SocketChannel socket = server.accept();
        if (socket == null) {
            return;
        }
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        RtmpConnection connection = new RtmpConnection(socket, address.path(), random, clock.nanoTime());
        socket.register(selector, SelectionKey.OP_READ, connection);
        waiting.add(connection);
        if (waiting.size() > MAX_WAITING) {
            waiting.remove().close();
        }
    }

    private void closeLate(Deque<RtmpConnection> waiting) {
        while (!waiting.isEmpty() && clock.nanoTime() - waiting.peek().since() > PATIENCE.toNanos()) {
            waiting.remove().close();
        }
    }
}
