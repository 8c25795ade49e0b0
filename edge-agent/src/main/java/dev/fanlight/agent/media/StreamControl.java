package dev.fanlight.agent.media;

import java.util.Set;

/** What the network asks of camera and encoders. Thread safe; never blocks. */
public interface StreamControl {

    /**
     * The relay’s demand has changed.
     *
     * @param readers how many need the stream, people and recordings; at 0 the camera may be released after a while
     * @param tracks ids of the tracks that are needed; empty while the relay does not know the tracks yet, which stands for the
     *     main one
     */
    void demand(int readers, Set<Integer> tracks);

    /**
     * A connection has begun, and nothing that came before it was received: a source of access units may go back to its last key
     * frame.
     */
    void connected();

    /**
     * Requests that the next access unit of this track be a key frame. Ignored for a track that is passed through: its next key
     * frame comes when it comes, for all others who watch go on.
     */
    void keyFrame(int track);

    /** Sets the bit rate of the main rendition’s encoder, bits a second. */
    void bitRate(int bitsPerSecond);
}
