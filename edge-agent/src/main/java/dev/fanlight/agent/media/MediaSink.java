package dev.fanlight.agent.media;

/** Where encoded pictures go. Never blocks; one thread at a time calls it. */
public interface MediaSink {

    /** A new publishing begins: what follows has this format, and its first access unit is a key frame. */
    void begin(StreamFormat format);

    /** Takes the next access unit in decoding order. */
    void accept(AccessUnit unit);
}
