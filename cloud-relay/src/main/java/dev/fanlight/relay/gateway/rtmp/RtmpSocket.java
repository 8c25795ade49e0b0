package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.protocol.rtmp.ChunkWriter;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.ServerMessages;
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

/** One connection: messages out, timers, and its end. Event loop only, but for {@link #execute} and {@link #cut}. */
final class RtmpSocket {

    /** Size of the chunks that are sent; players without a key frame of it in one chunk copy more. */
    private static final int CHUNK_BYTES = 64 * 1024;

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
    private ChunkWriter writer = new ChunkWriter(ChunkWriter.FIRST_CHUNK_BYTES);
    private boolean closed;

    /** Wraps a socket that was just opened, on its event loop. */
    RtmpSocket(Vertx vertx, NetSocket socket) {
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
    SocketAddress peer() {
        return socket.remoteAddress();
    }

    /** Where the peer is. */
    InetAddress address() {
        return address;
    }

    /** Calls back with what comes, in pieces of any size. */
    void read(Consumer<ByteBuffer> reader) {
        socket.handler(buffer -> {
            if (!closed) {
                reader.accept(ByteBuffer.wrap(buffer.getBytes()));
            }
        });
    }

    /** Reads nothing until {@link #resume}. */
    void pause() {
        socket.pause();
    }

    void resume() {
        socket.resume();
    }

    /** Sends chunks of the larger size from now on. */
    void useLargeChunks() {
        send(ServerMessages.chunkSize(CHUNK_BYTES));
        writer = new ChunkWriter(CHUNK_BYTES);
    }

    void send(RtmpMessage message) {
        List<ByteBuffer> parts = writer.parts(message);
        byte[] bytes = new byte[parts.stream().mapToInt(ByteBuffer::remaining).sum()];
        ByteBuffer target = ByteBuffer.wrap(bytes);
        parts.forEach(target::put);
        write(bytes);
    }

    /** Sends bytes that are no message. */
    void send(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        write(copy);
    }

    /** Whether more waits for the peer than it should. */
    boolean isFull() {
        return socket.writeQueueFull();
    }

    /** Calls back each time the peer has taken what waited. */
    void onDrained(Runnable action) {
        socket.drainHandler(ignored -> action.run());
    }

    /** Runs {@code action} once when the connection is closed. */
    void onClosed(Runnable action) {
        onClosed.add(action);
    }

    /** Runs a task on the event loop, after the current one. Any thread. */
    void execute(Runnable task) {
        loop.runOnContext(ignored -> task.run());
    }

    /** Runs a task after a delay, unless the connection has closed by then. */
    void after(Duration delay, Runnable task) {
        if (!closed) {
            timers.add(vertx.setTimer(Math.max(1, delay.toMillis()), timer -> {
                timers.remove(timer);
                task.run();
            }));
        }
    }

    /** Runs a task again and again until the connection closes. */
    void every(Duration interval, Runnable task) {
        after(interval, () -> {
            task.run();
            every(interval, task);
        });
    }

    /** Closes the connection, whether or not the peer has taken what was written. Any thread. */
    void cut() {
        execute(() -> ChannelCut.now(channel));
    }

    private void write(byte[] bytes) {
        if (!closed) {
            var unused = socket.write(Buffer.buffer(bytes));
        }
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
