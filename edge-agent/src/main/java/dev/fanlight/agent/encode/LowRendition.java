package dev.fanlight.agent.encode;

import dev.fanlight.agent.config.LowSettings;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import java.util.Optional;

/** How large the small rendition is. Immutable. */
public final class LowRendition {

    private final LowSettings settings;

    /** As these settings say. */
    public LowRendition(LowSettings settings) {
        this.settings = settings;
    }

    /**
     * Size and rate of the small rendition of such pictures: of their shape, never more pictures a second. Empty when it is
     * switched off, or would have more than half of their pixels: those are small already.
     */
    public Optional<FrameFormat> of(FrameFormat pictures) {
        FrameSize size =
                pictures.size().fitInto(settings.width(), pictures.size().height());
        double fps = Math.min(settings.fps(), pictures.fps());
        FrameFormat low = new FrameFormat(size, fps, pictures.opening());
        boolean worthwhile = settings.enabled() && 2 * low.lumaBytes() <= pictures.lumaBytes();
        return worthwhile ? Optional.of(low) : Optional.empty();
    }
}
