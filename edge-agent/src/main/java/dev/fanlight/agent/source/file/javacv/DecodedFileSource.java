package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.DecodedFrames;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.media.DropReport;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.LoopTimeline;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.runtime.ContinuousTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The frames of a file, decoded, in presentation order, looped in real time. Frames whose size or orientation changes on the way
 * begin a new format. One thread.
 */
final class DecodedFileSource implements FrameSource {

    private static final int TRACK = 0;
    private static final double MICROS = 1_000_000;

    private final LoopingDecoder decoder;
    private final FileSound sound;
    private final DecodedFrames frames;
    private final long intervalMicros;
    private final Pacer pacer;
    private final ContinuousTime time;
    private final LoopTimeline timeline;
    private final DropReport damages;
    private final String name;
    private final Optional<String> why;

    private OptionalLong dueMicros = OptionalLong.empty();
    private long lastMicros;
    private boolean begun;
    private boolean jumpReported;

    /**
     * Makes one.
     *
     * @param opening number of this opening
     * @param why the file is not passed through, as the end of a sentence that begins with its name; empty where encoding is configured
     */
    DecodedFileSource(
            LoopingDecoder decoder,
            FileSound sound,
            FrameLimits limits,
            long opening,
            FramePool pool,
            Pacer pacer,
            String name,
            Optional<String> why) {
        double stored = decoder.track().fps();
        this.decoder = decoder;
        this.sound = sound;
        this.frames = new DecodedFrames(limits, decoder.track().sampleAspect(), stored, pool, opening);
        this.intervalMicros = Math.round(MICROS / (stored > 0 ? stored : limits.fps()));
        this.pacer = pacer;
        this.time = new ContinuousTime(stored);
        this.timeline = new LoopTimeline(stored);
        this.damages = new DropReport(pacer.nanoClock());
        this.name = name;
        this.why = why;
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        try {
            begin(output);
            if (dueMicros.isEmpty() && !sound.isDueBefore(dueMicros)) {
                dueMicros = decodeNext();
                report(output);
            }
            if (sound.isDueBefore(dueMicros)) {
                deliverSound(output);
                return;
            }
            if (dueMicros.isEmpty() || !pacer.await(dueMicros.getAsLong())) {
                return;
            }
            long micros = dueMicros.getAsLong();
            dueMicros = OptionalLong.empty();
            output.frame(frames.convert(decoder.frame(), micros));
        } catch (FfmpegException e) {
            throw new SourceException(SourceProblem.BROKEN, name + " cannot be decoded: " + e.getMessage() + ".");
        }
    }

    @Override
    public String describe() {
        FrameFormat format = frames.format();
        return name + ", " + format.size().width() + "x" + format.size().height() + ", "
                + Math.round(format.fps() * 10) / 10.0
                + " fps, encoded here"
                + (sound.tracks().isEmpty() ? "" : " with sound")
                + why.map(reason -> ", because it " + reason).orElse("");
    }

    @Override
    public void close() {
        frames.close();
        decoder.close();
        sound.close();
    }

    private void begin(SourceOutput output) {
        if (!begun) {
            begun = true;
            output.begin(sound.tracks());
        }
    }

    private void deliverSound(SourceOutput output) throws InterruptedException {
        if (pacer.await(sound.dueMicros())) {
            sound.deliver(output);
        }
    }

    /** When the next frame is due; empty when the frame rate limit drops it. */
    private OptionalLong decodeNext() throws FfmpegException {
        if (decoder.advance()) {
            sound.finish(time, timeline.shiftMicros(), lastMicros + intervalMicros);
            time.restart();
            timeline.newLap();
        }
        frames.next(decoder.frame());
        long micros = time.place(TRACK, decoder.frameMicros());
        long due = timeline.place(micros, pacer.nowMicros());
        lastMicros = micros;
        sound.read(time, timeline.shiftMicros(), micros);
        return frames.accepts(due) ? OptionalLong.of(due) : OptionalLong.empty();
    }

    private void report(SourceOutput output) {
        sound.problems().forEach(output::notice);
        damages.due(decoder.damaged()).ifPresent(count -> output.notice(DamagedFrames.sentence(name, count)));
        if (!jumpReported && time.jumps() > 0) {
            jumpReported = true;
            output.notice(TimeJump.sentence(name, time.jumpMicros()));
        }
    }
}
