package dev.fanlight.agent.media;

import dev.fanlight.media.AccessUnit;

/** Where encoded pictures go. Never blocks; one thread at a time calls it. */
public interface MediaSink {

    /** A new publishing begins: what follows has these formats, and the first access unit of each rendition is a key frame. */
    void begin(Publication publication);

    /** Takes the next access unit of a rendition in decoding order. */
    void accept(Rendition rendition, AccessUnit unit);
}
