package dev.fanlight.agent.source.file.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.javacv.MediaInput;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes a file over and over. One thread. */
final class LoopingDecoder implements AutoCloseable {

    private static final double MICROS = 1_000_000;
    private static final double UNKNOWN_FPS = 25;

    private final MediaInput input;
    private final FrameDecoder decoder;
    private final long usualMicros;

    private long micros;
    private boolean draining;
    private boolean gotFrameThisLap;

    LoopingDecoder(MediaInput input, FrameDecoder decoder) {
        this.input = input;
        this.decoder = decoder;
        double fps = input.video().fps();
        this.usualMicros = Math.round(MICROS / (fps > 0 ? fps : UNKNOWN_FPS));
    }

    /** Decodes the next frame; returns whether it is the first of another lap. */
    boolean advance() throws FfmpegException {
        boolean wrapped = false;
        while (!decoder.receive()) {
            if (draining) {
                startOver();
                wrapped = true;
            } else if (input.read()) {
                decoder.send(input.packet());
            } else {
                decoder.send(null);
                draining = true;
            }
        }
        gotFrameThisLap = true;
        micros = stamp();
        return wrapped;
    }

    private long stamp() {
        long best = decoder.frame().best_effort_timestamp();
        long ticks = best == AV_NOPTS_VALUE ? decoder.frame().pts() : best;
        return ticks == AV_NOPTS_VALUE ? micros + usualMicros : input.video().micros(ticks);
    }

    AVFrame frame() {
        return decoder.frame();
    }

    /** Presentation time of the frame on the file’s clock, µs; at the usual distance from the one before where the file says none. */
    long frameMicros() {
        return micros;
    }

    /** How many damaged packets there were so far. */
    long damaged() {
        return decoder.damaged();
    }

    InputTrack track() {
        return input.video();
    }

    @Override
    public void close() {
        decoder.close();
        input.close();
    }

    private void startOver() throws FfmpegException {
        if (!gotFrameThisLap) {
            throw new FfmpegException(-1, "finding a frame");
        }
        input.rewind();
        decoder.flush();
        draining = false;
        gotFrameThisLap = false;
    }
}
