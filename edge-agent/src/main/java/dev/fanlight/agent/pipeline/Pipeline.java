package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.source.SourceOpener;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.util.List;
import java.util.Map;
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
     * @param encoders opens the encoders of each rendition
     * @param frameListener sees raw pictures
     * @param listener hears what the camera does
     * @param sink takes encoded pictures
     */
    public record Ends(
            SourceOpener source,
            Map<Rendition, EncoderOpener> encoders,
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
                ends.source(), control.camera(), control.passedKey(), ends.listener(), output, clock, sleeper);
        EncodeLoop encode = new EncodeLoop(frames, encoders(ends, control), control.renditions(), ends.sink());
        LoopRunner encodeRunner = LoopRunner.start(encode, onFailure);
        return new Pipeline(frames, encodeRunner, LoopRunner.start(capture, onFailure));
    }

    /** In the order of their importance: a picture leaves as the main rendition before the small one is begun. */
    private static List<RenditionEncoder> encoders(Ends ends, PipelineControl control) {
        return ends.encoders().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new RenditionEncoder(one.getKey(), one.getValue(), control.of(one.getKey())))
                .toList();
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
