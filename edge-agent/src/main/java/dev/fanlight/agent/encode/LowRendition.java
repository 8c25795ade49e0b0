package dev.fanlight.agent.encode;

import dev.fanlight.agent.config.LowSettings;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import java.util.Optional;

/** Size and rate of the small rendition. Immutable. */
public final class LowRendition {

    private final LowSettings settings;

    /** Of the size and rate in these settings. */
    public LowRendition(LowSettings settings) {
        this.settings = settings;
    }

    /**
     * Size and rate of the small rendition of these frames: the same shape, at most the same rate. Empty when it is disabled, or
     * when it would have more than half of their pixels, for then they are small already.
     */
    public Optional<FrameFormat> of(FrameFormat frames) {
        FrameSize size = frames.size().fitInto(settings.width(), frames.size().height());
        double fps = Math.min(settings.fps(), frames.fps());
        FrameFormat low = new FrameFormat(size, fps, frames.opening());
        boolean worthwhile = settings.enabled() && 2 * low.lumaBytes() <= frames.lumaBytes();
        return worthwhile ? Optional.of(low) : Optional.empty();
    }
}
