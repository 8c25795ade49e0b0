package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.Publication;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.runtime.Loop;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Encodes what the capture thread puts into the queue, in the renditions that are wanted. With the first picture of each
 * opening of the source it opens all encoders, because a publication is announced with the parameter sets of all; then it
 * keeps those open that are used, and none when no picture has come for a while. Owned by the thread “encode”.
 */
final class EncodeLoop implements Loop {

    private static final Duration IDLE = Duration.ofSeconds(3);

    /** What was begun: renditions of pictures of one format. */
    private record Begun(FrameFormat pictures, Set<Rendition> renditions) {}

    private final FrameQueue frames;
    private final List<RenditionEncoder> encoders;
    private final RenditionDemand demand;
    private final MediaSink sink;

    private Optional<Begun> begun = Optional.empty();

    /** Each picture is encoded by {@code encoders} in their order. */
    EncodeLoop(FrameQueue frames, List<RenditionEncoder> encoders, RenditionDemand demand, MediaSink sink) {
        this.frames = frames;
        this.encoders = List.copyOf(encoders);
        this.demand = demand;
        this.sink = sink;
    }

    @Override
    public boolean doWork() throws InterruptedException, EncodeException {
        Optional<RawFrame> next = frames.poll(IDLE);
        if (next.isEmpty()) {
            closeEncoders();
            return true;
        }
        try (RawFrame frame = next.get()) {
            encode(frame);
        }
        return true;
    }

    @Override
    public void onClose() {
        closeEncoders();
        frames.clear();
    }

    @Override
    public String roleName() {
        return "encode";
    }

    private void encode(RawFrame frame) throws EncodeException {
        Set<Rendition> wanted = demand.among(begin(frame.format()).renditions());
        for (RenditionEncoder encoder : encoders) {
            if (wanted.contains(encoder.rendition())) {
                encoder.encode(frame).ifPresent(unit -> sink.accept(encoder.rendition(), unit));
            } else {
                encoder.close();
            }
        }
    }

    private Begun begin(FrameFormat pictures) throws EncodeException {
        if (begun.isPresent() && begun.get().pictures().equals(pictures)) {
            return begun.get();
        }
        Map<Rendition, StreamFormat> formats = new EnumMap<>(Rendition.class);
        for (RenditionEncoder encoder : encoders) {
            encoder.begin(pictures).ifPresent(format -> formats.put(encoder.rendition(), format));
        }
        Begun now = new Begun(pictures, Set.copyOf(formats.keySet()));
        begun = Optional.of(now);
        sink.begin(new Publication(formats));
        return now;
    }

    private void closeEncoders() {
        encoders.forEach(RenditionEncoder::close);
        begun = Optional.empty();
    }
}
