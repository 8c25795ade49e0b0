package dev.fanlight.agent.source;

import dev.fanlight.agent.media.MediaSink;

/**
 * What a source delivers: raw frames that are to be encoded, or, as a {@link MediaSink}, access units of one or more tracks that
 * are passed through. Called by the source’s thread.
 */
public interface SourceOutput extends MediaSink {

    /** Takes ownership of a raw frame; the receiver closes it. */
    void frame(RawFrame frame);

    /** Something people should know about the source, which goes on: a sentence. A source says the same thing once. */
    void notice(String sentence);
}
