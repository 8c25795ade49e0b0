package dev.fanlight.relay.buffer;

import java.util.List;

/** Puts several things into one piece of memory, so that one send takes them all. Thread safe. */
@FunctionalInterface
public interface BufferCoalescer {

    /** The bytes of all, in order; the parts are borrowed, the caller owns the one reference to the result. */
    SharedBuffer join(List<? extends SharedBuffer> parts);
}
