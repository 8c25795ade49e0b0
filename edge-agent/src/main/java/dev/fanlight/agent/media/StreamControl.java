package dev.fanlight.agent.media;

/** What the network asks of camera and encoder. Thread safe; never blocks. */
public interface StreamControl {

    /** So many watch now; at 0 the camera may rest after a while. */
    void viewers(int count);

    /** The next access unit should be a key frame. */
    void keyFrame();

    /** The encoder should make so many bits a second from now on. */
    void bitRate(int bitsPerSecond);
}
