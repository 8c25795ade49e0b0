package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.agent.uplink.media.PublishQueue;
import dev.fanlight.agent.uplink.media.SendPlan;
import dev.fanlight.agent.uplink.media.UplinkAdaptation;
import dev.fanlight.agent.uplink.media.UplinkDrops;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.runtime.NanoClock;
import java.util.function.Consumer;

/**
 * Observes a few times a second how access units arrive, and adapts what is made of the video to what the upload carries. Event loop only, but
 * for the figures.
 */
final class UplinkMonitor {

    private final UplinkAdaptation adaptation;
    private final PublishQueue queue;
    private final UplinkDrops drops;
    private final StreamControl control;
    private final NanoClock clock;

    private long droppedBefore;
    private volatile UplinkFigures figures = UplinkFigures.NONE;

    /**
     * Begins with all of the video.
     *
     * @param range the configured bit rates
     * @param control gets bit rates and levels
     * @param notice gets sentences about what was dropped
     */
    UplinkMonitor(
            SendPlan.Range range, PublishQueue queue, StreamControl control, NanoClock clock, Consumer<String> notice) {
        this.adaptation = new UplinkAdaptation(range, clock.nanoTime());
        this.queue = queue;
        this.drops = new UplinkDrops(queue, clock, notice);
        this.control = control;
        this.clock = clock;
    }

    /** Observes a live connection, adapts what is made of the video, and returns how good the upload is. */
    UplinkQuality observe(UplinkConnection connection) {
        drops.report();
        long dropped = queue.dropped();
        UplinkAdaptation.Observation now = connection.observe(dropped > droppedBefore);
        droppedBefore = dropped;
        if (!now.isIdle()) {
            adaptation.observe(clock.nanoTime(), now, control.levels());
            // The level first: the rate is that of the rendition that is sent at this level.
            control.level(adaptation.plan().level());
            control.bitRate(adaptation.plan().bitRate());
        }
        figures = new UplinkFigures(now.delayNanos(), adaptation.plan().bitRate());
        return adaptation.quality();
    }

    /** There is no connection to observe. */
    void disconnected() {
        figures = UplinkFigures.NONE;
    }

    /** Those of the last observation. Any thread. */
    UplinkFigures figures() {
        return figures;
    }
}
