package dev.fanlight.agent.javacv.live;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.DecodedFrames;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.media.DropReport;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.CaptureTime;
import dev.fanlight.runtime.NanoClock;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Live video decoded, to be encoded here. Reader’s thread only. */
final class DecodedStage implements VideoStage {

    private final FrameDecoder decoder;
    private final DecodedFrames frames;
    private final List<Track> audio;
    private final CaptureTime time = new CaptureTime();
    private final DropReport drops;
    private final String name;
    private final Optional<String> why;
    private final FrameLimits limits;
    private volatile Optional<FrameSize> size = Optional.empty();
    private boolean begun;

    /** {@code why} it is not passed through, as the end of a sentence that begins with its name; empty where encoding is configured. */
    DecodedStage(
            FrameDecoder decoder,
            DecodedFrames frames,
            List<Track> audio,
            FrameLimits limits,
            String name,
            Optional<String> why,
            NanoClock clock) {
        this.decoder = decoder;
        this.frames = frames;
        this.audio = audio;
        this.limits = limits;
        this.name = name;
        this.why = why;
        this.drops = new DropReport(clock);
    }

    @Override
    public Optional<String> accept(LivePacket packet, SourceOutput output) throws FfmpegException {
        if (!begun) {
            begun = true;
            output.begin(audio);
        }
        decoder.send(packet.bytes(), packet.captureMicros());
        while (decoder.receive()) {
            AVFrame frame = decoder.frame();
            long pts = frame.best_effort_timestamp();
            long micros = time.inOrder(pts == AV_NOPTS_VALUE ? packet.captureMicros() : pts);
            size = Optional.of(frames.next(frame));
            if (frames.accepts(micros)) {
                output.frame(frames.convert(frame, micros));
            }
        }
        drops.due(decoder.damaged())
                .ifPresent(count ->
                        output.notice("Frames of " + name + " dropped because they came damaged: " + count + "."));
        return Optional.empty();
    }

    @Override
    public String describe() {
        return size.map(shown -> shown.width() + "x" + shown.height() + ", ").orElse("") + "up to " + limits.fps()
                + " fps, encoded here"
                + why.map(reason -> ", because it " + reason).orElse("");
    }

    @Override
    public boolean hasBegun() {
        return begun;
    }

    @Override
    public void close() {
        frames.close();
        decoder.close();
    }
}
