package dev.fanlight.relay.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class NewestUnitTest {

    private final NewestUnit newest = new NewestUnit();

    private void arrives(int track, long sequence, long captured) {
        ByteBuffer header = ByteBuffer.allocate(MediaCodec.HEADER_BYTES);
        MediaCodec.write(new MediaHeader(MediaKind.VIDEO, 0, track, 0, sequence, captured, 1, 0), header);
        newest.arrived(header.flip());
    }

    @Test
    void newestUnitIsAcknowledgedOnce() {
        assertThat(newest.ack()).isEmpty();
        arrives(0, 7, 1_000);
        arrives(1, 4_294_967_295L, 2_000);
        assertThat(newest.captureMicros()).isEqualTo(2_000);
        assertThat(newest.ack()).contains(new Ack(1, 4_294_967_295L));
        assertThat(newest.ack()).isEmpty();
        arrives(0, 8, 3_000);
        assertThat(newest.ack()).contains(new Ack(0, 8));
    }
}
