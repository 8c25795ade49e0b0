package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.source.LoopTimeline;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.runtime.ContinuousTime;
import java.util.OptionalLong;

/** Slows down to real time what arrives faster: files, and HLS, which arrives in segments. Reader’s thread only. */
final class PacedTime implements PacketTime {

    private static final double UNKNOWN_FPS = 25;

    private final Pacer pacer;
    private final ContinuousTime time = new ContinuousTime(0);
    private final LoopTimeline timeline = new LoopTimeline(UNKNOWN_FPS);
    private long lastMicros;

    PacedTime(Pacer pacer) {
        this.pacer = pacer;
    }

    @Override
    public long place(int track, OptionalLong streamMicros) throws InterruptedException {
        if (streamMicros.isEmpty()) {
            return lastMicros == 0 ? pacer.nowMicros() : lastMicros;
        }
        lastMicros = timeline.place(time.place(track, streamMicros.getAsLong()), pacer.nowMicros());
        boolean due = false;
        while (!due) {
            due = pacer.await(lastMicros);
        }
        return lastMicros;
    }
}
