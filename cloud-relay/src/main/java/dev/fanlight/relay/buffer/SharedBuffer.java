package dev.fanlight.relay.buffer;

/** Bytes that several receivers share; freed when the last reference is released. Thread safe. */
public interface SharedBuffer {

    /** Bytes on the wire. */
    int size();

    /** Takes one more reference; each needs its own {@link #release()}. */
    void retain();

    /** Gives one reference back. */
    void release();
}
