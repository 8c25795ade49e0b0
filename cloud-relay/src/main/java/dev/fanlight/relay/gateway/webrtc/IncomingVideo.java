package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.H264Nal;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.ParameterSets;
import dev.fanlight.media.Payload;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.rtp.H264Depacketizer;
import dev.fanlight.media.srtp.ReceivedPacket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes access units of H.264 of packets that come in order; after a loss it goes on with the next key frame. Not thread safe. */
final class IncomingVideo {

    private final NalCodec codec = new H264Nal();
    private final ParameterSets sets = ParameterSets.none(codec);
    private final H264Depacketizer depacketizer = new H264Depacketizer();
    private final IncomingTime.OfTrack time;
    private boolean hasConfig;
    private boolean waitsForKey = true;

    IncomingVideo(IncomingTime.OfTrack time) {
        this.time = time;
    }

    /** Packets are missing; a key frame is needed. */
    void lost() {
        depacketizer.lost();
        waitsForKey = true;
    }

    /** Another source goes on with the track. */
    void restart() {
        depacketizer.end();
        waitsForKey = true;
        time.restart();
    }

    /** Whether nothing can be shown up to the next key frame. */
    boolean waitsForKey() {
        return waitsForKey;
    }

    /**
     * The next packet.
     *
     * @throws BitstreamException when the video cannot be passed on, in words for a person
     */
    List<FlvEvent> take(ReceivedPacket packet, long nowMicros) throws BitstreamException {
        depacketizer.add(packet.payload());
        if (!packet.marker()) {
            return List.of();
        }
        List<ByteBuffer> nals = depacketizer.end();
        return nals.isEmpty() ? broken() : unit(nals, time.micros(packet.timestamp(), nowMicros));
    }

    private List<FlvEvent> broken() {
        waitsForKey = true;
        return List.of();
    }

    private List<FlvEvent> unit(List<ByteBuffer> nals, long micros) throws BitstreamException {
        boolean key = codec.randomAccess(nals).isKey();
        List<FlvEvent> events = new ArrayList<>(2);
        Optional<NalConfig> config = sets.update(nals);
        if (config.isPresent()) {
            check(config.get());
            hasConfig = true;
            events.add(new FlvEvent.TrackChange(config.get(), config.get().shape()));
        }
        List<ByteBuffer> slices =
                nals.stream().filter(nal -> !codec.isParameterSet(nal)).toList();
        waitsForKey &= !(key && hasConfig);
        if (waitsForKey || slices.isEmpty()) {
            return events;
        }
        Payload payload =
                Payload.filled(NalUnits.prefixedSize(slices), target -> NalUnits.writeLengthPrefixed(slices, target));
        events.add(new FlvEvent.Unit(new AccessUnit(MediaKind.VIDEO, key, false, micros, 0, payload)));
        return events;
    }

    private static void check(NalConfig config) throws BitstreamException {
        if (config.announcesReordering()) {
            throw new BitstreamException("WebRTC cannot carry B-frames: set the encoder to 0 of them");
        }
    }
}
