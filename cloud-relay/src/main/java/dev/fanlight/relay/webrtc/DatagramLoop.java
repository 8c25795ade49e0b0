package dev.fanlight.relay.webrtc;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One UDP port and the thread that serves it: datagrams, tasks of other threads and timers take turns. What is done for a peer is done here, so
 * that nothing of it needs a lock.
 */
public final class DatagramLoop implements Loop {

    /** Largest datagram that is read, bytes; what is larger is cut off, and then not authentic. */
    static final int MAX_DATAGRAM_BYTES = 2_048;

    /** Datagrams that are read before tasks and timers have their turn. */
    private static final int TURN = 128;

    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final DatagramChannel channel;
    private final Selector selector;
    private final NanoClock clock;
    private final ErrorLog errors;
    private final Receiver receiver;
    // One for each reader that waits, each packet of a handshake and each request: all of them are limited.
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final LoopTimers timers = new LoopTimers();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_DATAGRAM_BYTES);
    private final ByteBuffer sending = ByteBuffer.allocateDirect(MAX_DATAGRAM_BYTES);
    private volatile @Nullable Thread thread;

    /**
     * The loop of a channel that is bound and does not block; both are closed when it ends.
     *
     * @param receiver takes what comes
     */
    DatagramLoop(DatagramChannel channel, NanoClock clock, ErrorLog errors, Receiver receiver) throws IOException {
        this.channel = channel;
        this.selector = Selector.open();
        this.clock = clock;
        this.errors = errors;
        this.receiver = receiver;
        channel.register(selector, SelectionKey.OP_READ);
    }

    /** Takes datagrams. Loop only. */
    interface Receiver {

        /** One has come; {@code datagram} is valid during the call. */
        void received(ByteBuffer datagram, InetSocketAddress from);
    }

    @Override
    public void onStart() {
        thread = Thread.currentThread();
    }

    @Override
    public boolean doWork() throws IOException {
        long wait = tasks.isEmpty() ? timers.nanosToNext(clock.nanoTime(), IDLE_NANOS) : 0;
        if (wait < NANOS_PER_MILLI) {
            selector.selectNow();
        } else {
            selector.select(wait / NANOS_PER_MILLI);
        }
        selector.selectedKeys().clear();
        woken.set(false);
        receive();
        runTasks();
        timers.run(clock.nanoTime(), this::guarded);
        return true;
    }

    @Override
    public void onClose() {
        try {
            selector.close();
            channel.close();
        } catch (IOException e) {
            errors.failure("A UDP port could not be closed", e);
        }
    }

    @Override
    public String roleName() {
        return "webrtc";
    }

    /** Runs a task on the loop. Any thread; does not block. */
    public void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread && woken.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /** Runs a task on the loop after a delay. Any thread. */
    public void after(Duration delay, Runnable task) {
        long due = clock.nanoTime() + delay.toNanos();
        if (Thread.currentThread() == thread) {
            timers.add(due, task);
        } else {
            execute(() -> timers.add(due, task));
        }
    }

    /** Sends a datagram; what the kernel has no room for is lost, as on the way. Loop only. */
    void send(byte[] datagram, int length, InetSocketAddress to) {
        assertOnLoop();
        sending.clear().put(datagram, 0, length).flip();
        try {
            channel.send(sending, to);
        } catch (IOException e) {
            // It is lost: the way there is broken, which the silence that follows will show.
        }
    }

    void assertOnLoop() {
        assert Thread.currentThread() == thread : "on the loop of WebRTC only";
    }

    private void receive() throws IOException {
        for (int i = 0; i < TURN; i++) {
            buffer.clear();
            try {
                InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
                if (from == null) {
                    return;
                }
                buffer.flip();
                guarded(() -> receiver.received(buffer, from));
            } catch (PortUnreachableException e) {
                // Somebody who was sent something is not there any more.
            }
        }
    }

    private void runTasks() {
        int count = tasks.size();
        for (int i = 0; i < count; i++) {
            Runnable task = tasks.poll();
            if (task != null) {
                guarded(task);
            }
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            errors.failure("A task of WebRTC failed", e);
        }
    }
}
