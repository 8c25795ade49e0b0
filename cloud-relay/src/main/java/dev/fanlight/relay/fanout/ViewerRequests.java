package dev.fanlight.relay.fanout;

/** What a viewer’s queue wants of the stream. Called on the viewer’s event loop. */
public interface ViewerRequests {

    /** The viewer cannot go on without a key frame of this track. */
    void keyFrame(int track);

    /** The viewer wants the small rendition from now on, or no longer does. */
    void low(ViewerQueue viewer, boolean wanted);

    /** The viewer is gone and wants nothing any more. */
    void gone(ViewerQueue viewer);
}
