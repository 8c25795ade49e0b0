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
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads what a camera process writes and keeps the newest two events. The thread “camera-pipe” reads, which may block for as
 * long as the camera is silent; another takes.
 */
final class CameraPipe implements Loop {

    private static final int NEWEST = 2;
    private static final int FAILURE_LIMIT = 4096;
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
    public boolean doWork() {
        try {
            CameraMessage.Header header = CameraMessage.readHeader(in);
            put(header.isFrame() ? new CameraEvent.Frame(frame(header)) : failure(header));
            return header.isFrame();
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

    private RawFrame frame(CameraMessage.Header header) throws IOException {
        long ageMicros = TimeUnit.NANOSECONDS.toMicros(clock.nanoTime() - header.nanos());
        FrameFormat format = new FrameFormat(header.size(), fps, opening);
        RawFrame frame = pool.acquire(format, mediaClock.micros() - Math.max(0, ageMicros));
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

    private CameraEvent failure(CameraMessage.Header header) throws IOException {
        byte[] text = in.readNBytes(Math.min(header.bytes(), FAILURE_LIMIT));
        String[] parts = new String(text, StandardCharsets.UTF_8).split("\n", 2);
        SourceProblem problem = parts.length == 2 ? SourceProblem.valueOf(parts[0]) : SourceProblem.BROKEN;
        return new CameraEvent.Failed(new SourceException(problem, parts[parts.length - 1]));
    }

    private void put(CameraEvent event) {
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
