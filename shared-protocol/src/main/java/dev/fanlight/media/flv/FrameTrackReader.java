package dev.fanlight.media.flv;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.TrackShape;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent.TrackChange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The codecs whose units travel as they are: AV1, VP9, VP8 and all sound. A track is announced when its configuration and its shape are
 * known, the latter for video often not before its first key frame. Not thread safe.
 */
final class FrameTrackReader implements TrackReader {

    private final FlvCodec codec;
    private Optional<CodecConfig> config;
    private Optional<TrackChange> announced = Optional.empty();

    FrameTrackReader(FlvCodec codec) {
        this.codec = codec;
        this.config = Configurations.withoutRecord(codec);
    }

    @Override
    public List<FlvEvent> configuration(ByteBuffer sequenceHeader) throws BitstreamException {
        if (!sequenceHeader.hasRemaining()) {
            return List.of();
        }
        config = Optional.of(Configurations.of(codec, TrackReader.bytes(sequenceHeader)));
        return announce(ByteBuffer.allocate(0));
    }

    @Override
    public List<FlvEvent> unit(FlvPacket.Unit unit, long micros) throws BitstreamException {
        List<FlvEvent> events = new ArrayList<>(mayChange(unit) ? announce(unit.data()) : List.of());
        if (announced.isPresent()) {
            ByteBuffer data = unit.data();
            Payload payload = Payload.filled(data.remaining(), target -> target.put(data.duplicate()));
            events.add(new FlvEvent.Unit(new AccessUnit(codec.kind(), unit.key(), false, micros, 0, payload)));
        }
        return events;
    }

    /** Sound has its shape from its configuration alone, video also from its key frames. */
    private boolean mayChange(FlvPacket.Unit unit) {
        return unit.key() && (announced.isEmpty() || codec.kind() == MediaKind.VIDEO);
    }

    private List<FlvEvent> announce(ByteBuffer keyFrame) throws BitstreamException {
        if (config.isEmpty()) {
            return List.of();
        }
        Optional<TrackShape> shape = Shapes.of(config.get(), keyFrame);
        Optional<TrackChange> next = shape.map(found -> new TrackChange(config.get(), found));
        if (next.isEmpty() || next.equals(announced)) {
            return List.of();
        }
        announced = next;
        return List.of(next.get());
    }
}
