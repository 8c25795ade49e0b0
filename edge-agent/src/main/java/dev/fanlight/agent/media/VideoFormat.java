package dev.fanlight.agent.media;

import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;

/**
 * What a decoder has to know before the first access unit. Immutable.
 *
 * @param config codec and parameter sets
 * @param shape size, shape of a sample, rotation and frame rate
 */
public record VideoFormat(CodecConfig config, VideoShape shape) {

    /** Frames a second, 0 when unknown. */
    public double fps() {
        return shape.frameRate().orElse(0);
    }

    /** As {@code tracks} announces it. */
    public Track track(Rendition rendition) {
        return Track.of(rendition.track(), rendition.trackName(), config, shape);
    }
}
