package dev.fanlight.relay.bench.crowd;

/** The last sequence number that a viewer received of one track. Event loop only. */
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

    /**
     * Records the next unit.
     *
     * @return how many are missing before it; negative if it is out of order
     */
    int advance(int itsEpoch, int sequence) {
        int missing = itsEpoch == epoch ? sequence - newest - 1 : 0;
        epoch = itsEpoch;
        newest = sequence;
        return missing;
    }
}
