package dev.fanlight.relay.transcode;

import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Sound that waits until the video of its time has come out of the encoder, so that the two stay in order. Owns a reference to each. Event loop only. */
final class HeldSound {

    /** Packets that may wait: 5 s of Opus. What is more goes on without its video. */
    static final int MOST = 256;

    private final Deque<IndexedFrame> waiting = new ArrayDeque<>();
    private final Consumer<IndexedFrame> next;

    /**
     * Holds nothing yet.
     *
     * @param next takes what need not wait any more, borrowed
     */
    HeldSound(Consumer<IndexedFrame> next) {
        this.next = next;
    }

    /** Takes a packet, which the caller still owns. */
    void add(IndexedFrame packet) {
        packet.retain();
        waiting.add(packet);
        if (waiting.size() > MOST) {
            passOn(waiting.remove());
        }
    }

    /** The video has come as far as this. */
    void until(long captureMicros) {
        while (!waiting.isEmpty() && waiting.element().frame().header().captureMicros() <= captureMicros) {
            passOn(waiting.remove());
        }
    }

    /** Drops what waits. */
    void close() {
        waiting.forEach(IndexedFrame::release);
        waiting.clear();
    }

    private void passOn(IndexedFrame packet) {
        try {
            next.accept(packet);
        } finally {
            packet.release();
        }
    }
}
