package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads what a camera process writes and keeps the newest two events; of H.264, none of whose access units may be missing, the next two. The
 * thread “camera-pipe” reads, which may block for as long as the camera is silent; another takes.
 */
final class CameraPipe implements Loop {

    private static final int NEWEST = 2;
    private static final Duration PLAUSIBLE_AGE = Duration.ofSeconds(10);
    private static final int PIECE_BYTES = 64 * 1024;

    private final DataInputStream in;
    private final double fps;
    private final long opening;
    private final FramePool pool;
    private final NanoClock clock;
    private final MediaClock mediaClock;
    private final byte[] piece = new byte[PIECE_BYTES];
    private final AtomicLong dropped = new AtomicLong();
    private final ArrayBlockingQueue<CameraEvent> events = new ArrayBlockingQueue<>(NEWEST);

    CameraPipe(InputStream in, double fps, long opening, FramePool pool, NanoClock clock, MediaClock mediaClock) {
        this.in = new DataInputStream(in);
        this.fps = fps;
        this.opening = opening;
        this.pool = pool;
        this.clock = clock;
        this.mediaClock = mediaClock;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        try {
            CameraEvent event = read(CameraMessage.readHeader(in));
            put(event);
            return !(event instanceof CameraEvent.Failed);
        } catch (IOException e) {
            put(new CameraEvent.Ended());
            return false;
        }
    }

    @Override
    public String roleName() {
        return "camera-pipe";
    }

    /** The next event; empty when none came in time. */
    Optional<CameraEvent> poll(Duration most) throws InterruptedException {
        return Optional.ofNullable(events.poll(most.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** How many events were dropped so far because none took them in time. Any thread. */
    long dropped() {
        return dropped.get();
    }

    /** Gives the memory of waiting frames back. */
    void clear() {
        CameraEvent event = events.poll();
        while (event != null) {
            release(event);
            event = events.poll();
        }
    }

    private CameraEvent read(CameraMessage.Header header) throws IOException {
        Optional<CameraCodec> codec = header.kind().codec();
        if (codec.isPresent()) {
            byte[] packet = new byte[header.bytes()];
            in.readFully(packet);
            return new CameraEvent.Packet(codec.get(), ByteBuffer.wrap(packet), captureMicros(header));
        }
        return header.kind() == CameraMessage.Kind.FRAME ? new CameraEvent.Frame(frame(header)) : failure(header);
    }

    private RawFrame frame(CameraMessage.Header header) throws IOException {
        RawFrame frame = pool.acquire(new FrameFormat(header.size(), fps, opening), captureMicros(header));
        try {
            read(frame);
            return frame;
        } catch (IOException e) {
            frame.close();
            throw e;
        }
    }

    /** In pieces that stay in the processor’s cache, into the memory from which it is encoded. */
    private void read(RawFrame frame) throws IOException {
        for (int index = 0; index < RawFrame.PLANES; index++) {
            int columns = frame.format().columns(index);
            int stride = frame.stride(index);
            int rows = frame.format().rows(index);
            ByteBuffer target = frame.plane(index);
            int together = Math.max(1, piece.length / columns);
            for (int y = 0; y < rows; y += together) {
                int count = Math.min(together, rows - y);
                in.readFully(piece, 0, count * columns);
                for (int row = 0; row < count; row++) {
                    target.put((y + row) * stride, piece, row * columns, columns);
                }
            }
        }
    }

    private long captureMicros(CameraMessage.Header header) {
        long ageMicros = TimeUnit.NANOSECONDS.toMicros(clock.nanoTime() - header.nanos());
        boolean plausible = ageMicros >= 0 && ageMicros < PLAUSIBLE_AGE.toMillis() * 1000;
        return mediaClock.micros() - (plausible ? ageMicros : 0);
    }

    private CameraEvent failure(CameraMessage.Header header) throws IOException {
        byte[] text = new byte[header.bytes()];
        in.readFully(text);
        String[] parts = new String(text, StandardCharsets.UTF_8).split("\n", 2);
        return new CameraEvent.Failed(new SourceException(problem(parts[0]), parts[parts.length - 1]));
    }

    private static SourceProblem problem(String name) {
        return Arrays.stream(SourceProblem.values())
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .orElse(SourceProblem.BROKEN);
    }

    /** While nothing takes, what depends on nothing makes room; H.264 waits, and the driver’s buffers with it. */
    private void put(CameraEvent event) throws InterruptedException {
        if (!event.isDisposable()) {
            events.put(event);
            return;
        }
        while (!events.offer(event)) {
            CameraEvent oldest = events.poll();
            if (oldest != null) {
                release(oldest);
                dropped.incrementAndGet();
            }
        }
    }

    private static void release(CameraEvent event) {
        if (event instanceof CameraEvent.Frame captured) {
            captured.frame().close();
        }
    }
}
