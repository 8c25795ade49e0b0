package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Set;

/** Passes what the uplink requests on to the loops of a pipeline. Thread safe. */
public final class PipelineControl implements StreamControl {

    /** A source that passes through has to seek back for a key frame, so it does so rarely. */
    private static final Duration PASSED_KEY_SPACING = Duration.ofSeconds(5);

    private final CameraDemand camera;
    private final TrackDemand tracks;
    private final KeyFrameTrigger passedKey;
    private final EncoderControl main;
    private final EncoderControl low;

    /** Begins with the bit rates of the settings. */
    public PipelineControl(CameraSettings settings, NanoClock clock) {
        this.camera = new CameraDemand(settings.run(), settings.linger(), clock);
        this.tracks = new TrackDemand(clock);
        this.passedKey = new KeyFrameTrigger(clock, PASSED_KEY_SPACING);
        this.main = new EncoderControl(clock, settings.encoding().bitRate());
        this.low = new EncoderControl(clock, settings.low().bitRate());
    }

    @Override
    public void demand(int readers, Set<Integer> demanded) {
        if (readers > 0) {
            tracks.demand(demanded);
        }
        camera.readers(readers);
    }

    @Override
    public void keyFrame(int track) {
        Rendition.ofTrack(track).ifPresent(this::keyFrame);
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        main.bitRate(bitsPerSecond);
    }

    CameraDemand camera() {
        return camera;
    }

    TrackDemand tracks() {
        return tracks;
    }

    KeyFrameTrigger passedKey() {
        return passedKey;
    }

    EncoderControl of(Rendition rendition) {
        return rendition == Rendition.MAIN ? main : low;
    }

    private void keyFrame(Rendition rendition) {
        of(rendition).keyFrames().request();
        if (rendition == Rendition.MAIN) {
            passedKey.request();
        }
    }
}
