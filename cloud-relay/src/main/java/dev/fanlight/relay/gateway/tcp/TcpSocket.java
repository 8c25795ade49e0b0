package dev.fanlight.relay.gateway.tcp;

import dev.fanlight.relay.socket.ChannelCut;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.util.NetUtil;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** One connection to a gateway: bytes in and out, timers, and its end. Event loop only, but for {@link #execute} and {@link #cut}. */
public final class TcpSocket {

    /** Bytes that may wait in this process for a peer before it counts as slow. */
    private static final int MAX_WAITING_BYTES = 64 * 1024;

    /** Bytes that the kernel may hold unsent for a peer. */
    private static final long NOT_SENT_BYTES = 32 * 1024;

    private final NetSocket socket;
    private final Channel channel;
    private final Vertx vertx;
    private final Context loop;
    private final InetAddress address;
    private final List<Runnable> onClosed = new ArrayList<>(4);
    private final Set<Long> timers = new HashSet<>();
    private boolean closed;

    /** Wraps a socket that was just opened, on its event loop. */
    TcpSocket(Vertx vertx, NetSocket socket) {
        this.socket = socket;
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.address = Objects.requireNonNull(
                NetUtil.createInetAddressFromIpAddressString(
                        socket.remoteAddress().hostAddress()),
                "a socket without an address");
        socket.setWriteQueueMaxSize(MAX_WAITING_BYTES);
        // The only way to the channel; checked against Vert.x 5.0.10.
        this.channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
        channel.config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, NOT_SENT_BYTES);
        socket.closeHandler(ignored -> close());
        socket.exceptionHandler(e -> cut());
    }

    /** Where the peer is, with its port. */
    public SocketAddress peer() {
        return socket.remoteAddress();
    }

    /** Where the peer is. */
    public InetAddress address() {
        return address;
    }

    /** Whether it is inside TLS. */
    public boolean isSecure() {
        return socket.isSsl();
    }

    /** Calls back with what comes, in pieces of any size. */
    public void read(Consumer<ByteBuffer> reader) {
        socket.handler(buffer -> {
            if (!closed) {
                reader.accept(ByteBuffer.wrap(buffer.getBytes()));
            }
        });
    }

    /** Reads nothing until {@link #resume}. */
    public void pause() {
        socket.pause();
    }

    /** Reads on. */
    public void resume() {
        socket.resume();
    }

    /** Sends bytes; they belong to the socket from now on. Does nothing once the connection has closed. */
    public void write(byte[] bytes) {
        if (!closed) {
            var unused = socket.write(Buffer.buffer(bytes));
        }
    }

    /** Whether more waits for the peer than it should. */
    public boolean isFull() {
        return socket.writeQueueFull();
    }

    /** Calls back each time the peer has taken what waited. */
    public void onDrained(Runnable action) {
        socket.drainHandler(ignored -> action.run());
    }

    /** Runs {@code action} once when the connection is closed. */
    public void onClosed(Runnable action) {
        onClosed.add(action);
    }

    /** Runs a task on the event loop, after the current one. Any thread. */
    public void execute(Runnable task) {
        loop.runOnContext(ignored -> task.run());
    }

    /** Runs a task after a delay, unless the connection has closed by then. */
    public void after(Duration delay, Runnable task) {
        if (!closed) {
            timers.add(vertx.setTimer(Math.max(1, delay.toMillis()), timer -> {
                timers.remove(timer);
                task.run();
            }));
        }
    }

    /** Runs a task again and again until the connection closes. */
    public void every(Duration interval, Runnable task) {
        after(interval, () -> {
            task.run();
            every(interval, task);
        });
    }

    /** Closes the connection, whether or not the peer has taken what was written. Any thread. */
    public void cut() {
        execute(() -> ChannelCut.now(channel));
    }

    private void close() {
        if (!closed) {
            closed = true;
            timers.forEach(vertx::cancelTimer);
            onClosed.forEach(Runnable::run);
            onClosed.clear();
        }
    }
}
