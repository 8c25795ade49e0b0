package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.audio.AudioOpener;
import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.MediaTee;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.source.SourceOpener;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The threads “capture” and “encode” with the queue between them, and “audio” where there is a microphone. Thread safe. */
public final class Pipeline implements AutoCloseable {

    private final FrameQueue frames;
    private final LoopRunner encode;
    private final LoopRunner capture;
    private final Optional<LoopRunner> audio;

    /**
     * What a pipeline connects.
     *
     * @param source opens the source
     * @param microphone opens the device that the sound comes from; empty where sound comes from the source, or not at all
     * @param encoders opens the encoders of each rendition
     * @param frameListener gets raw frames
     * @param listener gets the state of the camera
     * @param media gets every access unit of this program, whether anybody watches or not
     * @param sink takes access units while they are for a reader
     */
    public record Stages(
            SourceOpener source,
            Optional<AudioOpener> microphone,
            Map<Rendition, EncoderOpener> encoders,
            FrameListener frameListener,
            SourceListener listener,
            Optional<MediaSink> media,
            MediaSink sink) {}

    private Pipeline(FrameQueue frames, LoopRunner encode, LoopRunner capture, Optional<LoopRunner> audio) {
        this.frames = frames;
        this.encode = encode;
        this.capture = capture;
        this.audio = audio;
    }

    /**
     * Starts the threads.
     *
     * @param queue most captured frames that wait for the encoder
     * @param onFailure called, on the thread concerned, with whatever ended it
     */
    public static Pipeline start(
            int queue,
            PipelineControl control,
            Stages stages,
            NanoClock clock,
            Sleeper sleeper,
            Consumer<Throwable> onFailure) {
        FrameQueue frames = new FrameQueue(queue);
        SendGate readers =
                new SendGate(control.mode(), control.camera(), control.stills(), stages.sink(), stages.listener());
        MediaSink gate = stages.media()
                .<MediaSink>map(media -> new MediaTee(List.of(media, readers)))
                .orElse(readers);
        CaptureOutput output = new CaptureOutput(stages, frames, control, gate, clock);
        CaptureLoop capture = new CaptureLoop(
                stages.source(),
                control.camera(),
                control.stills(),
                control.restart(),
                stages.listener(),
                output,
                clock,
                sleeper);
        RenditionEncoder small = new RenditionEncoder(Rendition.MAIN, smallest(stages), control.small());
        EncodeLoop encode =
                new EncodeLoop(frames, encoders(stages, control), small, control::encodesSmall, control.tracks(), gate);
        LoopRunner encodeRunner = LoopRunner.start(encode, onFailure);
        Optional<LoopRunner> audio = stages.microphone()
                .map(opener -> new AudioLoop(opener, control, gate, stages.listener()::notice, clock, sleeper))
                .map(loop -> LoopRunner.start(loop, onFailure));
        return new Pipeline(frames, encodeRunner, LoopRunner.start(capture, onFailure), audio);
    }

    /** In the order of their importance: a frame is sent in the main rendition before the small one is encoded. */
    private static List<RenditionEncoder> encoders(Stages stages, PipelineControl control) {
        return stages.encoders().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new RenditionEncoder(one.getKey(), one.getValue(), control.of(one.getKey())))
                .toList();
    }

    /** The small rendition, or the main one of frames that are small already. */
    private static EncoderOpener smallest(Stages stages) {
        EncoderOpener main = opener(stages, Rendition.MAIN);
        EncoderOpener low = opener(stages, Rendition.LOW);
        return frames -> {
            Optional<VideoEncoder> small = low.open(frames);
            return small.isPresent() ? small : main.open(frames);
        };
    }

    private static EncoderOpener opener(Stages stages, Rendition rendition) {
        return stages.encoders().getOrDefault(rendition, frames -> Optional.empty());
    }

    /** How many captured frames were dropped because the encoder was too slow. */
    public long droppedFrames() {
        return frames.dropped();
    }

    /** Ends the threads and frees source, microphone and encoders; waits for that, at most 5 s each. */
    @Override
    public void close() {
        capture.close();
        audio.ifPresent(LoopRunner::close);
        encode.close();
    }
}
