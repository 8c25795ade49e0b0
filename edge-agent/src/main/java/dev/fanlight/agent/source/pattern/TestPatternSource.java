package dev.fanlight.agent.source.pattern;

import dev.fanlight.agent.audio.AudioEncoderOpener;
import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import java.util.Optional;

/**
 * The test pattern in real time, with the sound of {@link ClickTrack} if it is asked for. The frame number in its strip counts from 0 at
 * each opening. One thread.
 */
public final class TestPatternSource implements FrameSource {

    private static final long MICROS = 1_000_000;

    private final FrameFormat format;
    private final TestPattern pattern;
    private final Optional<ClickTrack> clicks;
    private final FramePool pool;
    private final Pacer pacer;
    private final long startMicros;

    private long number;
    private boolean begun;

    /**
     * Draws frames of the configured size and rate.
     *
     * @param sound opens the encoder of the clicks; empty for none
     * @throws SourceException when sound cannot be encoded here
     */
    public TestPatternSource(
            FrameLimits limits, Optional<AudioEncoderOpener> sound, FramePool pool, Pacer pacer, long opening)
            throws SourceException {
        FrameSize size = new FrameSize(limits.width() / 2 * 2, limits.height() / 2 * 2);
        this.format = new FrameFormat(size, limits.fps(), opening);
        this.pattern = new TestPattern(format, sound.isPresent());
        this.pool = pool;
        this.pacer = pacer;
        this.startMicros = onGrid(pacer.nowMicros(), limits.fps());
        this.clicks = sound.isPresent() ? Optional.of(clicks(sound.get())) : Optional.empty();
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        begin(output);
        if (clicks.isPresent() && clicks.get().dueMicros() <= dueMicros()) {
            deliver(clicks.get(), output);
            return;
        }
        if (!pacer.await(dueMicros())) {
            return;
        }
        RawFrame frame = pool.acquire(format, pacer.nowMicros());
        pattern.draw(frame, number);
        number = Math.max(number + 1, numberDueAt(frame.captureMicros()));
        output.frame(frame);
    }

    @Override
    public String describe() {
        return "test pattern, " + format.size().width() + "x" + format.size().height() + ", " + Math.round(format.fps())
                + " fps" + (clicks.isPresent() ? " with clicks" : "");
    }

    @Override
    public void close() {
        clicks.ifPresent(ClickTrack::close);
    }

    private ClickTrack clicks(AudioEncoderOpener opener) throws SourceException {
        try {
            return new ClickTrack(opener.open(1), pacer.nowMicros());
        } catch (AudioException e) {
            throw broken(e);
        }
    }

    private void begin(SourceOutput output) {
        if (!begun) {
            begun = true;
            output.begin(clicks.map(ClickTrack::track).stream().toList());
        }
    }

    private void deliver(ClickTrack track, SourceOutput output) throws SourceException, InterruptedException {
        if (!pacer.await(track.dueMicros())) {
            return;
        }
        try {
            track.deliver(output, pacer.nowMicros());
        } catch (AudioException e) {
            throw broken(e);
        }
    }

    private static SourceException broken(AudioException cause) {
        return new SourceException(SourceProblem.BROKEN, "The sound of the test pattern " + cause.getMessage() + ".");
    }

    /** The last full second or multiple of the frame interval after it, so that frames are captured at full seconds. */
    private static long onGrid(long micros, int fps) {
        long second = micros / MICROS * MICROS;
        long frames = (micros - second) * fps / MICROS;
        return second + frames * MICROS / fps;
    }

    private long dueMicros() {
        return startMicros + Math.round(number * MICROS / format.fps());
    }

    /** After a stall the frames that are too late are dropped; the frame numbers in the strip show the gap. */
    private long numberDueAt(long micros) {
        return (long) ((micros - startMicros) * format.fps() / MICROS);
    }
}
