package dev.fanlight.relay.fanout;

/** Requests of a viewer queue to the stream. Called on the viewer’s event loop. */
public interface ViewerRequests {

    /** The viewer cannot go on without a key frame of this track. */
    void keyFrame(int track);

    /** The viewer wants the low rendition from now on, or no longer. */
    void low(ViewerQueue viewer, boolean wanted);

    /** The viewer has left; its requests end. */
    void gone(ViewerQueue viewer);
}
