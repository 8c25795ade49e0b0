package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.ForwardingOutput;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import java.time.Duration;

/**
 * Passes on one frame, or one key frame of a source that is passed through, and drops the others. Raw frames of a source’s first moment
 * are dropped too: a camera needs that to find its exposure. The source’s thread only.
 */
final class StillDelivery implements ForwardingOutput {

    /** What cameras take to adjust themselves. */
    static final long WARM_UP_MICROS = Duration.ofMillis(700).toNanos() / 1000;

    private final SourceOutput target;
    private boolean begun;
    private long firstMicros;
    private boolean delivered;

    StillDelivery(SourceOutput target) {
        this.target = target;
    }

    /** The source was opened anew. */
    void restart() {
        begun = false;
        delivered = false;
    }

    /** Asks the source once; returns whether the still has been passed on. */
    boolean from(FrameSource source) throws SourceException, InterruptedException {
        source.next(this);
        return delivered;
    }

    @Override
    public SourceOutput target() {
        return target;
    }

    @Override
    public void frame(RawFrame frame) {
        if (!begun) {
            begun = true;
            firstMicros = frame.captureMicros();
        }
        if (delivered || frame.captureMicros() - firstMicros < WARM_UP_MICROS) {
            frame.close();
            return;
        }
        delivered = true;
        target.frame(frame);
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        if (!delivered && unit.kind() == MediaKind.VIDEO && unit.key()) {
            delivered = true;
            target.accept(track, unit);
        }
    }
}
