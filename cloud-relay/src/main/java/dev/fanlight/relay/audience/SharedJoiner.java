package dev.fanlight.relay.audience;

import java.util.List;

/** Puts several things into one piece of memory, so that one send takes them all. Thread safe. */
@FunctionalInterface
public interface SharedJoiner {

    /** The bytes of all, in order; the parts are borrowed, the caller owns the one reference to the result. */
    Shared join(List<? extends Shared> parts);
}
