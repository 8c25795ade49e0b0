package dev.fanlight.media.flv;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.ParameterSets;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.flv.FlvEvent.TrackChange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** H.264 and H.265: parameter sets may change in a sequence header or in band. Not thread safe. */
final class NalTrackReader implements TrackReader {

    private final FlvCodec codec;
    private Optional<Known> known = Optional.empty();

    /** What is known since the first sequence header. */
    private record Known(NalConfig config, ParameterSets sets) {}

    NalTrackReader(FlvCodec codec) {
        this.codec = codec;
    }

    @Override
    public List<FlvEvent> configuration(ByteBuffer record) throws BitstreamException {
        if (!record.hasRemaining()) {
            return List.of();
        }
        NalConfig config = parse(TrackReader.bytes(record));
        if (known.isPresent() && known.get().config().equals(config)) {
            return List.of();
        }
        known = Optional.of(new Known(config, ParameterSets.of(config.nalCodec(), config.parameterSets())));
        return List.of(new TrackChange(config, config.shape()));
    }

    @Override
    public List<FlvEvent> unit(FlvPacket.Unit unit, long micros) throws BitstreamException {
        if (known.isEmpty()) {
            return List.of();
        }
        List<FlvEvent> events = new ArrayList<>();
        List<ByteBuffer> units = NalUnits.splitLengthPrefixed(unit.data());
        Optional<NalConfig> changed = known.get().sets().update(units);
        if (changed.isPresent()) {
            known = Optional.of(new Known(changed.get(), known.get().sets()));
            events.add(new TrackChange(changed.get(), changed.get().shape()));
        }
        AccessUnit read = AvccPayload.of(known.get().config().nalCodec(), units, micros, micros(unit.offsetMillis()));
        if (read.size() > 0) {
            events.add(new FlvEvent.Unit(read));
        }
        return events;
    }

    /** A tag has room for a longer distance than a unit. */
    private static int micros(int millis) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, millis * 1000L));
    }

    private NalConfig parse(byte[] record) throws BitstreamException {
        boolean large = record.length > CodecConfig.MAX_RECORD_BYTES;
        if (codec == FlvCodec.H264) {
            H264Config config = H264Config.parse(record);
            return large ? H264Config.of(config.parameterSets()) : config;
        }
        H265Config config = H265Config.parse(record);
        return large ? H265Config.of(config.parameterSets()) : config;
    }
}
