package dev.fanlight.agent.media;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.h264.AvcConfiguration;
import dev.fanlight.media.h264.SequenceParameterSet;

/**
 * What a decoder has to know before the first picture. Immutable.
 *
 * @param configuration parameter sets
 * @param fps pictures a second, 0 when unknown
 */
public record StreamFormat(AvcConfiguration configuration, double fps) {

    /** As {@code tracks} announces it. */
    public Track track(Rendition rendition) {
        SequenceParameterSet parameters = configuration.parameters();
        return new Track(
                rendition.track(),
                MediaKind.VIDEO,
                parameters.codec(),
                configuration.record(),
                parameters.width(),
                parameters.height(),
                fps,
                rendition.trackName());
    }
}
