package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Payload;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.opus.OpusHead;
import dev.fanlight.media.srtp.ReceivedPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes access units of Opus of packets; one that comes late is dropped, since sound does not wait. Not thread safe. */
final class IncomingSound {

    private final IncomingTime.OfTrack time;
    private long newest = -1;

    IncomingSound(IncomingTime.OfTrack time) {
        this.time = time;
    }

    List<FlvEvent> take(ReceivedPacket packet, long nowMicros) {
        List<FlvEvent> events = new ArrayList<>(2);
        if (packet.index() <= newest || !packet.payload().hasRemaining()) {
            return events;
        }
        if (newest < 0) {
            // Always two channels and 48 kHz, whatever is inside (RFC 7587 §4.1).
            events.add(new FlvEvent.TrackChange(
                    new OpusConfig(Optional.empty()), new AudioShape(OpusHead.SAMPLE_RATE, 2)));
        }
        newest = packet.index();
        byte[] bytes = new byte[packet.payload().remaining()];
        packet.payload().duplicate().get(bytes);
        long micros = time.micros(packet.timestamp(), nowMicros);
        events.add(new FlvEvent.Unit(new AccessUnit(MediaKind.AUDIO, true, false, micros, 0, Payload.copyOf(bytes))));
        return events;
    }
}
