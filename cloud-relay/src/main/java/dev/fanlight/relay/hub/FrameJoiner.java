package dev.fanlight.relay.hub;

import dev.fanlight.relay.audience.Shared;
import java.util.List;

/** Puts several access units into one piece of memory, so that one send takes them all. Thread safe. */
@FunctionalInterface
public interface FrameJoiner {

    /** The bytes of all, in order; the frames are borrowed, the caller owns the one reference to the result. */
    Shared join(List<Frame> frames);
}
