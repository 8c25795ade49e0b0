package dev.fanlight.relay.gateway.flv;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.flv.FlvFraming;
import dev.fanlight.media.flv.FlvTrackWriter;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.relay.stream.MediaFrame;
import dev.fanlight.relay.wire.StreamBuffer;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.List;

/** Frames of the tracks of one {@link FlvTracks} as tags for one transport. Thread safe. */
final class FlvForm implements FrameForm {

    private final StreamBuffer.Transport transport;
    private final FlvTracks tracks;

    FlvForm(StreamBuffer.Transport transport, FlvTracks tracks) {
        this.transport = transport;
        this.tracks = tracks;
    }

    @Override
    public SharedBuffer make(MediaFrame frame) {
        MediaHeader header = frame.header();
        FlvTrackWriter writer = tracks.writer(header.track()).orElseThrow();
        byte[] head = writer.unitHeader(header.isKey(), header.offsetMicros());
        ByteBuffer payload = frame.payload();
        int size = head.length + payload.remaining();
        byte[] tag = FlvFraming.tagHeader(writer.tagType(), tracks.millis(header), size);
        List<ByteBuffer> pieces = List.of(
                ByteBuffer.wrap(tag), ByteBuffer.wrap(head), payload, ByteBuffer.wrap(FlvFraming.tagTrailer(size)));
        return StreamBuffer.of(transport, pieces, ByteBufAllocator.DEFAULT);
    }
}
