package dev.fanlight.agent.uplink.media;

import dev.fanlight.media.UplinkQuality;
import java.time.Duration;

/** The quality of the uplink as people are shown it: worse at once, better when it has been for a while. One thread. */
final class QualityReport {

    /** How long it has to be better before that is reported. */
    static final Duration BETTER = Duration.ofSeconds(3);

    private UplinkQuality shown = UplinkQuality.FINE;
    private long worseNanos;

    QualityReport(long nowNanos) {
        this.worseNanos = nowNanos;
    }

    void observe(long nowNanos, UplinkQuality now) {
        boolean better = now.compareTo(shown) < 0;
        if (!better) {
            worseNanos = nowNanos;
        }
        if (!better || nowNanos - worseNanos >= BETTER.toNanos()) {
            shown = now;
            worseNanos = nowNanos;
        }
    }

    UplinkQuality shown() {
        return shown;
    }
}
