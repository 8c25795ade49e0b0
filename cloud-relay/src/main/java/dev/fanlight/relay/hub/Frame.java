package dev.fanlight.relay.hub;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.relay.audience.Shared;

/** One access unit in the form in which it goes to every viewer. Thread safe. */
public interface Frame extends Shared {

    /** What may be known of it without looking into the payload. */
    MediaHeader header();
}
