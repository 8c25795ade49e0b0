package dev.fanlight.agent.source.file.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.javacv.MediaInput;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes a file over and over. One thread. */
final class LoopingDecoder implements AutoCloseable {

    private final MediaInput input;
    private final FrameDecoder decoder;

    private boolean draining;
    private boolean gotFrameThisLap;

    LoopingDecoder(MediaInput input, FrameDecoder decoder) {
        this.input = input;
        this.decoder = decoder;
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
        return wrapped;
    }

    AVFrame frame() {
        return decoder.frame();
    }

    /** Presentation time of the frame on the file’s clock, µs. */
    long frameMicros() {
        long ticks = decoder.frame().best_effort_timestamp();
        return input.video().micros(ticks == AV_NOPTS_VALUE ? decoder.frame().pts() : ticks);
    }

    double fps() {
        return input.video().fps();
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
