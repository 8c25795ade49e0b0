package dev.fanlight.agent.encode;

import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An encoder on a thread of its own, “encoder”, which its user waits for no longer than a limit: drivers of hardware encoders may block for
 * ever. Then the encoder, its thread and the frame it was given are left to the driver; they are freed if the call returns after all. One
 * thread uses and closes it.
 */
final class WatchedEncoder implements VideoEncoder {

    private final EncoderThread thread;
    private final LoopRunner runner;
    private final Duration limit;
    private final VideoFormat format;

    private WatchedEncoder(EncoderThread thread, LoopRunner runner, Duration limit, VideoFormat format) {
        this.thread = thread;
        this.runner = runner;
        this.limit = limit;
        this.format = format;
    }

    /**
     * Opens the encoder on its thread.
     *
     * @throws EncoderStalledException when it is not open in time
     */
    static WatchedEncoder open(EncoderChoice choice, FrameFormat frames, Duration limit) throws EncodeException {
        EncoderThread thread = new EncoderThread();
        LoopRunner runner = LoopRunner.start(thread, failure -> {});
        try {
            VideoFormat format =
                    await(thread, () -> thread.take(choice.opening().open(frames)), limit);
            return new WatchedEncoder(thread, runner, limit, format);
        } catch (EncodeException | RuntimeException e) {
            runner.stop();
            throw e;
        }
    }

    @Override
    public VideoFormat format() {
        return format;
    }

    /**
     * Encodes a frame.
     *
     * @throws EncoderStalledException when it is not encoded in time
     */
    @Override
    public Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException {
        RawFrame shared = frame.share();
        return await(
                thread,
                () -> {
                    try (shared) {
                        return thread.encoder().encode(shared, key);
                    }
                },
                limit);
    }

    @Override
    public void bitRate(int bitsPerSecond) throws EncodeException {
        await(
                thread,
                () -> {
                    thread.encoder().bitRate(bitsPerSecond);
                    return true;
                },
                limit);
    }

    /** Frees the encoder; waits for that, at most the limit, also when the caller is asked to stop. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        runner.close(limit);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves it to its thread, which frees it when it can. */
    void abandon() {
        runner.stop();
    }

    private static <T> T await(EncoderThread thread, Callable<T> call, Duration limit) throws EncodeException {
        FutureTask<T> task = new FutureTask<>(call);
        thread.run(task);
        boolean interrupted = false;
        long deadline = NanoClock.SYSTEM.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    return task.get(deadline - NanoClock.SYSTEM.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            throw new EncoderStalledException(limit);
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static EncodeException cause(ExecutionException e) {
        if (e.getCause() instanceof EncodeException failure) {
            return failure;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("an encoder failed", e.getCause());
    }
}
