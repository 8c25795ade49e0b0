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

    /** The only track of version 1. */
    public static final int MAIN_TRACK = 0;

    /** As {@code tracks} announces it. */
    public Track track() {
        SequenceParameterSet parameters = configuration.parameters();
        return new Track(
                MAIN_TRACK,
                MediaKind.VIDEO,
                parameters.codec(),
                configuration.record(),
                parameters.width(),
                parameters.height(),
                fps,
                Track.MAIN);
    }
}
