package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Set;

/** Passes what the uplink requests on to the loops of a pipeline. Thread safe. */
public final class PipelineControl implements StreamControl {

    /** A source that passes through goes back in time for that, so it does so rarely. */
    private static final Duration RESTART_SPACING = Duration.ofSeconds(5);

    private final CameraDemand camera;
    private final TrackDemand tracks;
    private final KeyFrameTrigger restart;
    private final EncoderControl main;
    private final EncoderControl low;

    /** Begins with the bit rates of the settings. */
    public PipelineControl(CameraSettings settings, NanoClock clock) {
        this.camera = new CameraDemand(settings.run(), settings.linger(), clock);
        this.tracks = new TrackDemand(clock);
        this.restart = new KeyFrameTrigger(clock, RESTART_SPACING);
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
        Rendition.ofTrack(track)
                .ifPresent(rendition -> of(rendition).keyFrames().request());
    }

    @Override
    public void connected() {
        restart.request();
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

    KeyFrameTrigger restart() {
        return restart;
    }

    EncoderControl of(Rendition rendition) {
        return rendition == Rendition.MAIN ? main : low;
    }
}
