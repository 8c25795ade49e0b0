package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.media.AccessUnit;
import dev.fanlight.agent.media.AvccPayload;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.LoopTimeline;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.media.h264.NalUnits;
import dev.fanlight.media.h264.SequenceParameterSet;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The H.264 of a file as it is, looped in real time: no decoder, no encoder. Asked for a key frame, it goes back to the one
 * before. One thread.
 */
final class PassedFileSource implements FrameSource {

    private final MediaInput input;
    private final StreamFormat format;
    private final Pacer pacer;
    private final LoopTimeline timeline;
    private final String name;

    private Optional<AccessUnit> due = Optional.empty();
    private boolean begun;
    private boolean goBack;

    PassedFileSource(MediaInput input, StreamFormat format, Pacer pacer, String name) {
        this.input = input;
        this.format = format;
        this.pacer = pacer;
        this.timeline = new LoopTimeline(format.fps());
        this.name = name;
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        AccessUnit unit = nextUnit();
        due = Optional.of(unit);
        if (!pacer.await(unit.captureMicros())) {
            return;
        }
        due = Optional.empty();
        if (!begun) {
            begun = true;
            output.begin(format);
        }
        if (unit.payload().length > 0) {
            output.accept(unit);
        }
    }

    @Override
    public void requestKeyFrame() {
        goBack = begun;
    }

    @Override
    public String describe() {
        SequenceParameterSet picture = format.configuration().parameters();
        return name + ", " + picture.width() + "x" + picture.height() + ", " + Math.round(format.fps() * 10) / 10.0
                + " fps, passed through";
    }

    @Override
    public void close() {
        input.close();
    }

    private AccessUnit nextUnit() throws SourceException {
        try {
            if (goBack) {
                goBack = false;
                due = Optional.empty();
                input.backToKeyFrame();
                timeline.newLap();
            }
            return due.isPresent() ? due.get() : read();
        } catch (FfmpegException | IllegalArgumentException e) {
            throw new SourceException(SourceProblem.BROKEN, name + " is damaged: " + e.getMessage() + ".");
        }
    }

    private AccessUnit read() throws FfmpegException {
        if (!input.read()) {
            input.rewind();
            timeline.newLap();
            if (!input.read()) {
                throw new FfmpegException(-1, "reading it a second time");
            }
        }
        ByteBuffer bytes = input.packet().data().capacity(input.packet().size()).asByteBuffer();
        long decoding = input.decodingMicros();
        int offset = (int) (input.presentationMicros() - decoding);
        return AvccPayload.of(NalUnits.splitLengthPrefixed(bytes), timeline.place(decoding, pacer.nowMicros()), offset);
    }
}
