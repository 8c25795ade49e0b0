package dev.fanlight.relay.chat;

import dev.fanlight.relay.buffer.SharedBuffer;

/** Something shared that is not in bytes and needs no references. */
interface Uncounted extends SharedBuffer {

    @Override
    default int size() {
        return 0;
    }

    @Override
    default void retain() {}

    @Override
    default void release() {}
}
