package dev.fanlight.relay.gateway.publication;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvStreamReader;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.webm.WebmReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads a container that the relay knows, in pieces of any size. Not thread safe. */
@FunctionalInterface
interface EventReader {

    /**
     * Takes the next piece.
     *
     * @param piece consumed
     * @throws BitstreamException when it is malformed, with a sentence for people
     */
    List<FlvEvent> read(ByteBuffer piece) throws BitstreamException;

    static EventReader webm() {
        return new WebmReader()::read;
    }

    static EventReader flv() {
        FlvStreamReader stream = new FlvStreamReader();
        FlvReader tags = new FlvReader();
        return piece -> {
            List<FlvEvent> events = new ArrayList<>();
            for (FlvTag tag : stream.read(piece)) {
                events.addAll(tags.read(tag.type(), tag.timestampMillis(), tag.body()));
            }
            return events;
        };
    }
}
