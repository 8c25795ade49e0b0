package dev.fanlight.agent.capture.javacv;

import dev.fanlight.agent.capture.FrameSource;
import dev.fanlight.agent.capture.LoopTimeline;
import dev.fanlight.agent.capture.Pacer;
import dev.fanlight.agent.capture.SourceException;
import dev.fanlight.agent.capture.SourceOutput;
import dev.fanlight.agent.capture.SourceProblem;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The H.264 of a file as it is, looped in real time: no decoder, no encoder. Parameter sets that change on the way begin a new
 * format. Asked for a key frame, it goes back to the one before. One thread.
 */
final class PassedFileSource implements FrameSource {

    private record Timed(AccessUnit unit, StreamFormat format) {}

    private final VideoInput input;
    private final InBandFormat format;
    private final Pacer pacer;
    private final LoopTimeline timeline;
    private final String name;

    private Optional<Timed> due = Optional.empty();
    private Optional<StreamFormat> begun = Optional.empty();
    private boolean goBack;

    PassedFileSource(VideoInput input, InBandFormat format, Pacer pacer, String name) {
        this.input = input;
        this.format = format;
        this.pacer = pacer;
        this.timeline = new LoopTimeline(format.first().fps());
        this.name = name;
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        Timed next = nextUnit();
        due = Optional.of(next);
        if (!pacer.await(next.unit().captureMicros())) {
            return;
        }
        due = Optional.empty();
        Optional<StreamFormat> wanted = Optional.of(next.format());
        if (!begun.equals(wanted)) {
            begun = wanted;
            output.begin(next.format());
        }
        if (next.unit().size() > 0) {
            output.accept(next.unit());
        }
    }

    @Override
    public void requestKeyFrame() {
        goBack = begun.isPresent();
    }

    @Override
    public String describe() {
        VideoShape shape = format.first().shape();
        return name + ", " + shape.width() + "x" + shape.height() + ", "
                + Math.round(format.first().fps() * 10) / 10.0
                + " fps, passed through";
    }

    @Override
    public void close() {
        input.close();
    }

    private Timed nextUnit() throws SourceException {
        try {
            if (goBack) {
                goBack = false;
                due = Optional.empty();
                input.backToKeyFrame();
                timeline.newLap();
            }
            return due.isPresent() ? due.get() : read();
        } catch (FfmpegException | BitstreamException e) {
            throw new SourceException(SourceProblem.BROKEN, name + " is damaged: " + e.getMessage() + ".");
        }
    }

    private Timed read() throws FfmpegException, BitstreamException {
        if (!input.read()) {
            input.rewind();
            format.rewound();
            timeline.newLap();
            if (!input.read()) {
                throw new FfmpegException(-1, "reading it a second time");
            }
        }
        ByteBuffer bytes = input.packet().data().capacity(input.packet().size()).asByteBuffer();
        long decoding = input.decodingMicros();
        int offset = (int) (input.presentationMicros() - decoding);
        List<ByteBuffer> units = NalUnits.splitLengthPrefixed(bytes);
        long captured = timeline.place(decoding, pacer.nowMicros());
        return new Timed(AvccPayload.of(format.codec(), units, captured, offset), format.of(units));
    }
}
