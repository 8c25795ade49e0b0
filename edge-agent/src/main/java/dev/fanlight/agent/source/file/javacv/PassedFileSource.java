package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.audio.javacv.SourceAudio;
import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.agent.media.DropReport;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.LoopTimeline;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.PublishLimits;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.file.javacv.AccessUnitReader.Located;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tracks of a file as they are, looped in real time: no decoder, no encoder. Parameter sets that change on the way begin a
 * new format. It ends where the file cannot be passed through any more. One thread.
 */
final class PassedFileSource implements FrameSource {

    /** The access unit that comes next, stamped with the media clock. */
    private record Due(Located located, AccessUnit unit) {}

    /**
     * Why and where it has ended.
     *
     * @param why the end of a sentence that begins with the name of the file
     * @param fileMicros time on the clock of the file, µs
     */
    record End(String why, long fileMicros) {}

    private final AccessUnitReader reader;
    private final VideoFormat first;
    private final List<SourceAudio> audio;
    private final Pacer pacer;
    private final EncodeMode mode;
    private final PublishLimits limits;
    private final LoopTimeline timeline;
    private final DropReport skips;
    private final String name;

    private Optional<Due> due = Optional.empty();
    private Optional<VideoFormat> begun = Optional.empty();
    private long lap;
    private long videoMicros;
    private boolean restart;
    private boolean jumpReported;
    private Optional<End> end = Optional.empty();

    PassedFileSource(
            AccessUnitReader reader,
            VideoFormat first,
            List<SourceAudio> audio,
            EncodeMode mode,
            Pacer pacer,
            String name) {
        this.reader = reader;
        this.mode = mode;
        this.limits = new PublishLimits(mode != EncodeMode.NONE);
        this.first = first;
        this.audio = List.copyOf(audio);
        this.pacer = pacer;
        this.timeline = new LoopTimeline(first.fps());
        this.skips = new DropReport(pacer.nanoClock());
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
        report(output);
        end = check(next);
        if (end.isEmpty()) {
            deliver(next, output);
        }
    }

    /** Set when {@link #next} has delivered nothing because the file cannot be passed through from here on. */
    Optional<End> end() {
        return end;
    }

    @Override
    public void restart() {
        restart = begun.isPresent();
    }

    @Override
    public String describe() {
        VideoShape shape = first.shape();
        return name + ", " + shape.width() + "x" + shape.height() + ", " + Math.round(first.fps() * 10) / 10.0
                + " fps, passed through" + (audio.isEmpty() ? "" : " with sound");
    }

    @Override
    public void close() {
        reader.close();
    }

    private Optional<End> check(Due next) {
        if (!next.located().isVideo() && !audio(next).passes()) {
            return Optional.empty();
        }
        AccessUnit unit = next.unit();
        Optional<String> why = isNew(next.located().format())
                ? PassedVideo.undecodable((NalConfig) next.located().format().config(), mode)
                : Optional.empty();
        Optional<String> limit = limits.check(unit.kind(), unit.key(), unit.captureMicros(), unit.size());
        return why.or(() -> limit)
                .map(sentence -> new End(sentence, next.located().fileMicros()));
    }

    private void deliver(Due next, SourceOutput output) {
        begin(next.located().format(), output);
        int track = next.located().track();
        if (!next.located().isVideo()) {
            audio(next).publish(next.unit()).forEach(unit -> output.accept(track, unit));
        } else if (next.unit().size() > 0) {
            output.accept(track, next.unit());
        }
    }

    private SourceAudio audio(Due next) {
        return audio.stream()
                .filter(one -> one.track().id() == next.located().track())
                .findFirst()
                .orElseThrow();
    }

    private void report(SourceOutput output) {
        skips.due(reader.skipped()).ifPresent(count -> output.notice(DamagedFrames.sentence(name, count)));
        audio.forEach(one -> one.problem().ifPresent(output::notice));
        if (!jumpReported && reader.time().jumps() > 0) {
            jumpReported = true;
            output.notice(TimeJump.sentence(name, reader.time().jumpMicros()));
        }
    }

    private boolean isNew(VideoFormat format) {
        return !begun.equals(Optional.of(format));
    }

    private void begin(VideoFormat format, SourceOutput output) {
        if (isNew(format)) {
            begun = Optional.of(format);
            output.begin(Stream.concat(
                            Stream.of(format.track(Rendition.MAIN)),
                            audio.stream().map(SourceAudio::track))
                    .toList());
        }
    }

    private Due nextDue() throws SourceException {
        try {
            if (restart) {
                restart = false;
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
            videoMicros = next.fileMicros();
        }
        AccessUnit unit = next.unit();
        long captured = timeline.place(next.micros(), pacer.nowMicros());
        return new Due(
                next,
                new AccessUnit(
                        unit.kind(), unit.key(), unit.disposable(), captured, unit.offsetMicros(), unit.payload()));
    }
}
