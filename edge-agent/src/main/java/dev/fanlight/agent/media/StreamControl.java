package dev.fanlight.agent.media;

import java.util.Set;

/** What the network asks of camera and encoders. Thread safe; never blocks. */
public interface StreamControl {

    /**
     * So many watch now, and these renditions are what they want.
     *
     * @param viewers at 0 the camera may rest after a while
     * @param wanted no other has to be encoded; empty when nobody knows yet what there is, which means the main one
     */
    void demand(int viewers, Set<Rendition> wanted);

    /** The next access unit of this rendition should be a key frame. */
    void keyFrame(Rendition rendition);

    /** The encoder of the main rendition should make so many bits a second from now on. */
    void bitRate(int bitsPerSecond);
}
