package dev.fanlight.media.mp4;

import java.util.List;

/**
 * Access units of one track that follow each other in a fragment. Immutable.
 *
 * @param track the track
 * @param decodeTime of the first one, in ticks of the track; not negative
 * @param samples in decoding order, at least one
 */
public record Run(Mp4Track track, long decodeTime, List<Sample> samples) {

    public Run {
        samples = List.copyOf(samples);
    }

    int bytes() {
        return samples.stream().mapToInt(sample -> sample.payload().remaining()).sum();
    }
}
