package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Set;

/** The levers of a pipeline; the uplink pulls them from any thread. */
public final class PipelineControl implements StreamControl {

    /** A source that passes through has to jump back for a key frame, so it does so rarely. */
    private static final Duration PASSED_KEY_SPACING = Duration.ofSeconds(5);

    private final CameraDemand camera;
    private final RenditionDemand renditions;
    private final KeyFrameTrigger passedKey;
    private final RenditionControl main;
    private final RenditionControl low;

    /** Levers in the position that the settings say. */
    public PipelineControl(CameraSettings settings, NanoClock clock) {
        this.camera = new CameraDemand(settings.run(), settings.linger(), clock);
        this.renditions = new RenditionDemand(clock);
        this.passedKey = new KeyFrameTrigger(clock, PASSED_KEY_SPACING);
        this.main = new RenditionControl(clock, settings.encoding().bitRate());
        this.low = new RenditionControl(clock, settings.low().bitRate());
    }

    @Override
    public void demand(int viewers, Set<Rendition> wanted) {
        if (viewers > 0) {
            renditions.want(wanted);
        }
        camera.viewers(viewers);
    }

    @Override
    public void keyFrame(Rendition rendition) {
        of(rendition).keyFrames().make();
        if (rendition == Rendition.MAIN) {
            passedKey.make();
        }
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        main.bitRate(bitsPerSecond);
    }

    CameraDemand camera() {
        return camera;
    }

    RenditionDemand renditions() {
        return renditions;
    }

    KeyFrameTrigger passedKey() {
        return passedKey;
    }

    RenditionControl of(Rendition rendition) {
        return rendition == Rendition.MAIN ? main : low;
    }
}
