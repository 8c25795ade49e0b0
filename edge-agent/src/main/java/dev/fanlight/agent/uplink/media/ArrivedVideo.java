package dev.fanlight.agent.uplink.media;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.Ack;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** Up to which capture time the video of a connection has arrived. Bounded by the send window. Event loop only. */
final class ArrivedVideo {

    /** As many as may be in flight, and more. */
    private static final int MAX_UNITS = 1_024;

    private final Deque<MediaHeader> sent = new ArrayDeque<>();

    void sent(MediaHeader header) {
        if (header.kind() == MediaKind.VIDEO) {
            sent.addLast(header);
        }
        if (sent.size() > MAX_UNITS) {
            sent.removeFirst();
        }
    }

    /** The capture time that is acknowledged, if this is an acknowledgement of video in flight. */
    OptionalLong acknowledged(Ack ack) {
        boolean known = sent.stream().anyMatch(header -> isOf(header, ack));
        if (!known) {
            return OptionalLong.empty();
        }
        MediaHeader header = sent.removeFirst();
        while (!isOf(header, ack)) {
            header = sent.removeFirst();
        }
        return OptionalLong.of(header.captureMicros());
    }

    private static boolean isOf(MediaHeader header, Ack ack) {
        return header.track() == ack.track() && header.sequence() == ack.sequence();
    }
}
