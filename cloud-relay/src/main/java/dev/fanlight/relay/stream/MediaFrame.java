package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.relay.broadcast.SharedBuffer;

/** One access unit in the form in which it goes to every viewer. Thread safe. */
public interface MediaFrame extends SharedBuffer {

    /** What may be known of it without looking into the payload. */
    MediaHeader header();
}
