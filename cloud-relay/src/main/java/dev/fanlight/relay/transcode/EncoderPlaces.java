package dev.fanlight.relay.transcode;

import java.util.concurrent.Semaphore;

/** How many cameras may be encoded at a time. Thread safe. */
public final class EncoderPlaces {

    private final Semaphore free;

    /** So many places. */
    public EncoderPlaces(int places) {
        this.free = new Semaphore(places);
    }

    /** Takes a place; false when there is none. */
    boolean take() {
        return free.tryAcquire();
    }

    /** Gives a place back that was taken. */
    void giveBack() {
        free.release();
    }
}
