package dev.fanlight.relay.bench.crowd;

/** How far a viewer has come with one track. Event loop only. */
final class TrackProgress {

    private final int track;
    private int epoch;
    private int newest;

    TrackProgress(int track, int epoch, int sequence) {
        this.track = track;
        this.epoch = epoch;
        this.newest = sequence;
    }

    int track() {
        return track;
    }

    /** The number of the newest picture, u32. */
    long newest() {
        return Integer.toUnsignedLong(newest);
    }

    /**
     * Takes the next picture.
     *
     * @return how many are missing before it, less than 0 when it should have come earlier
     */
    int advance(int itsEpoch, int sequence) {
        int missing = itsEpoch == epoch ? sequence - newest - 1 : 0;
        epoch = itsEpoch;
        newest = sequence;
        return missing;
    }
}
