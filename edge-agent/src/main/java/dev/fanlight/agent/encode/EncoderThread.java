package dev.fanlight.agent.encode;

import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.runtime.Loop;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.FutureTask;

/** The thread “encoder”, which owns one encoder: it does what it is given, one thing at a time, and frees the encoder at its end. */
final class EncoderThread implements Loop {

    private final ArrayBlockingQueue<FutureTask<?>> tasks = new ArrayBlockingQueue<>(1);
    private Optional<VideoEncoder> encoder = Optional.empty();

    /** Any thread; only after the task before has ended. */
    void run(FutureTask<?> task) {
        if (!tasks.offer(task)) {
            throw new IllegalStateException("an encoder has one user");
        }
    }

    /** This thread only. */
    VideoFormat take(VideoEncoder opened) {
        encoder = Optional.of(opened);
        return opened.format();
    }

    /** This thread only. */
    VideoEncoder encoder() {
        return encoder.orElseThrow();
    }

    @Override
    public boolean doWork() throws InterruptedException {
        tasks.take().run();
        return true;
    }

    @Override
    public void onClose() {
        encoder.ifPresent(VideoEncoder::close);
    }

    @Override
    public String roleName() {
        return "encoder";
    }
}
