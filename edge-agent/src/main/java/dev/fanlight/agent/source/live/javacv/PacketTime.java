package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.source.Pacer;
import dev.fanlight.runtime.CaptureTime;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** When a packet that has just come was captured. Reader’s thread only. */
interface PacketTime {

    /** Places it on the media clock, µs; may wait until then. */
    long place(int track, OptionalLong streamMicros) throws InterruptedException;

    /** When it has come: for streams whose times say nothing. */
    static PacketTime arrival(Pacer pacer) {
        return (track, streamMicros) -> pacer.nowMicros();
    }

    /** By the stream’s own times, each track by itself; when it has come while the stream says none. At most 256 tracks. */
    static PacketTime stream(Pacer pacer) {
        Map<Integer, CaptureTime> tracks = new HashMap<>();
        return (track, streamMicros) -> streamMicros.isEmpty()
                ? pacer.nowMicros()
                : tracks.computeIfAbsent(track, none -> new CaptureTime())
                        .place(streamMicros.getAsLong(), pacer.nowMicros());
    }
}
