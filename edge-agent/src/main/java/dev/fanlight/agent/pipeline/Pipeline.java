package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.capture.SourceOpener;
import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.util.function.Consumer;

/** The threads “capture” and “encode” with the queue between them. Thread safe. */
public final class Pipeline implements AutoCloseable {

    private final FrameQueue frames;
    private final LoopRunner encode;
    private final LoopRunner capture;

    /**
     * What a pipeline is joined to.
     *
     * @param source opens the source
     * @param encoder opens encoders
     * @param frameListener sees raw pictures
     * @param listener hears what the camera does
     * @param sink takes encoded pictures
     */
    public record Ends(
            SourceOpener source,
            EncoderOpener encoder,
            FrameListener frameListener,
            SourceListener listener,
            MediaSink sink) {}

    private Pipeline(FrameQueue frames, LoopRunner encode, LoopRunner capture) {
        this.frames = frames;
        this.encode = encode;
        this.capture = capture;
    }

    /**
     * Starts both threads.
     *
     * @param queue most captured pictures that wait for the encoder
     * @param onFailure told, on the thread concerned, of a failure that ended it: the encoder cannot work here
     */
    public static Pipeline start(
            int queue,
            PipelineControl control,
            Ends ends,
            NanoClock clock,
            Sleeper sleeper,
            Consumer<Exception> onFailure) {
        FrameQueue frames = new FrameQueue(queue);
        CaptureOutput output = new CaptureOutput(ends.frameListener(), frames, ends.sink());
        CaptureLoop capture = new CaptureLoop(
                ends.source(), control.demand(), control.passedKey(), ends.listener(), output, clock, sleeper);
        EncodeLoop encode =
                new EncodeLoop(frames, ends.encoder(), control.encodedKey(), control.bitRate(), ends.sink());
        LoopRunner encodeRunner = LoopRunner.start(encode, onFailure);
        return new Pipeline(frames, encodeRunner, LoopRunner.start(capture, onFailure));
    }

    /** How many captured pictures the encoder had no time for. */
    public long droppedFrames() {
        return frames.dropped();
    }

    /** Ends both threads and frees source and encoder; waits for it, at most 5 s each. */
    @Override
    public void close() {
        capture.close();
        encode.close();
    }
}
