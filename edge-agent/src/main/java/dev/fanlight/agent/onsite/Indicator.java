package dev.fanlight.agent.onsite;

/** A light, or whatever is wired to it, that is on while the camera is watched. One thread. */
interface Indicator extends AutoCloseable {

    /** Turns it on or off, or does nothing when it is so already; called a few times a second, so that what has failed is tried again. */
    void show(boolean watched);

    /** Turns it off. */
    @Override
    void close();
}
