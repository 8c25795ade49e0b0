package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.LoopTimeline;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.file.javacv.AccessUnitReader.Located;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tracks of a file as they are, looped in real time: no decoder, no encoder. Parameter sets that change on the way begin a
 * new format. When a key frame is requested, it seeks back to the one before. One thread.
 */
final class PassedFileSource implements FrameSource {

    /** The access unit that comes next, stamped with the media clock. */
    private record Due(Located located, AccessUnit unit) {}

    private final AccessUnitReader reader;
    private final VideoFormat first;
    private final List<Track> audio;
    private final Pacer pacer;
    private final LoopTimeline timeline;
    private final String name;

    private Optional<Due> due = Optional.empty();
    private Optional<VideoFormat> begun = Optional.empty();
    private long lap;
    private long videoMicros;
    private boolean keyFrameRequested;

    PassedFileSource(AccessUnitReader reader, VideoFormat first, List<Track> audio, Pacer pacer, String name) {
        this.reader = reader;
        this.first = first;
        this.audio = List.copyOf(audio);
        this.pacer = pacer;
        this.timeline = new LoopTimeline(first.fps());
        this.name = name;
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        Due next = nextDue();
        due = Optional.of(next);
        if (!pacer.await(next.unit().captureMicros())) {
            return;
        }
        due = Optional.empty();
        begin(next.located().format(), output);
        if (next.unit().size() > 0) {
            output.accept(next.located().track(), next.unit());
        }
    }

    @Override
    public void requestKeyFrame() {
        keyFrameRequested = begun.isPresent();
    }

    @Override
    public String describe() {
        VideoShape shape = first.shape();
        return name + ", " + shape.width() + "x" + shape.height() + ", " + Math.round(first.fps() * 10) / 10.0
                + " fps, passed through" + (audio.isEmpty() ? "" : " with audio");
    }

    @Override
    public void close() {
        reader.close();
    }

    private void begin(VideoFormat format, SourceOutput output) {
        if (!begun.equals(Optional.of(format))) {
            begun = Optional.of(format);
            output.begin(Stream.concat(Stream.of(format.track(Rendition.MAIN)), audio.stream())
                    .toList());
        }
    }

    private Due nextDue() throws SourceException {
        try {
            if (keyFrameRequested) {
                keyFrameRequested = false;
                due = Optional.empty();
                reader.seekToKeyFrame(videoMicros);
            }
            return due.isPresent() ? due.get() : stamp(reader.next());
        } catch (FfmpegException | BitstreamException e) {
            throw new SourceException(SourceProblem.BROKEN, name + " is damaged: " + e.getMessage() + ".");
        }
    }

    private Due stamp(Located next) {
        if (next.lap() != lap) {
            lap = next.lap();
            timeline.newLap();
        }
        if (next.isVideo()) {
            videoMicros = next.fileMicros() + next.unit().offsetMicros();
        }
        AccessUnit unit = next.unit();
        long captured = timeline.place(next.fileMicros(), pacer.nowMicros());
        return new Due(
                next,
                new AccessUnit(
                        unit.kind(), unit.key(), unit.disposable(), captured, unit.offsetMicros(), unit.payload()));
    }
}
