package dev.fanlight.agent.capture;

import dev.fanlight.agent.config.PictureLimits;

/** Test pictures in real time. The number in the strip counts from 0 at each opening. One thread. */
public final class TestPictureSource implements FrameSource {

    private static final long MICROS = 1_000_000;

    private final PictureFormat format;
    private final TestPicture picture;
    private final FramePool pool;
    private final Pacer pacer;
    private final long startMicros;

    private long number;

    /** Pictures of the configured size and rate. */
    public TestPictureSource(PictureLimits limits, FramePool pool, Pacer pacer, long opening) {
        PictureSize size = new PictureSize(limits.width() / 2 * 2, limits.height() / 2 * 2);
        this.format = new PictureFormat(size, limits.fps(), opening);
        this.picture = new TestPicture(format);
        this.pool = pool;
        this.pacer = pacer;
        this.startMicros = pacer.nowMicros();
    }

    @Override
    public void next(SourceOutput output) throws InterruptedException {
        if (!pacer.await(dueMicros())) {
            return;
        }
        RawFrame frame = pool.acquire(format, pacer.nowMicros());
        picture.draw(frame, number);
        number = Math.max(number + 1, numberDueAt(frame.captureMicros()));
        output.frame(frame);
    }

    @Override
    public String describe() {
        return "test picture, " + format.size().width() + "x" + format.size().height() + ", " + Math.round(format.fps())
                + " fps";
    }

    @Override
    public void close() {}

    private long dueMicros() {
        return startMicros + Math.round(number * MICROS / format.fps());
    }

    /** After a stall the pictures that are too late are left out; the strip’s number shows them as a gap. */
    private long numberDueAt(long micros) {
        return (long) ((micros - startMicros) * format.fps() / MICROS);
    }
}
