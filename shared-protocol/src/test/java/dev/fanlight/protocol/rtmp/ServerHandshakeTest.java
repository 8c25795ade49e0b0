package dev.fanlight.protocol.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The digests are also checked by FFmpeg, which refuses wrong ones: {@code RtmpPublishScenarioTest}. */
class ServerHandshakeTest {

    private static final int PACKET = 1536;

    private final ServerHandshake handshake = new ServerHandshake(new Random(1));

    @Test
    void aPlainHelloIsAnsweredOnceWithACopyOfItWhateverThePieces() throws BitstreamException {
        byte[] client = new byte[1 + 2 * PACKET + 3];
        new Random(2).nextBytes(client);
        client[0] = 3;
        Optional<ByteBuffer> answer = Optional.empty();
        ByteBuffer in = ByteBuffer.wrap(client);
        for (int at = 0; at < client.length - 3; at++) {
            assertThat(handshake.isDone()).isFalse();
            Optional<ByteBuffer> next = handshake.take(ByteBuffer.wrap(client, at, 1));
            assertThat(next.isPresent()).isEqualTo(at == PACKET);
            answer = next.isPresent() ? next : answer;
        }
        assertThat(handshake.isDone()).isTrue();
        handshake.take(in.position(client.length - 3));
        assertThat(in.remaining()).isEqualTo(3);
        byte[] server = answer.orElseThrow().array();
        assertThat(server).hasSize(1 + 2 * PACKET).startsWith(3, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(Arrays.copyOfRange(server, 1 + PACKET, server.length))
                .isEqualTo(Arrays.copyOfRange(client, 1, 1 + PACKET));
    }

    @Test
    void aHelloWithAnotherVersionIsRefusedAtItsFirstByte() {
        for (byte version : new byte[] {0, 6, 'G', 0x16}) {
            ServerHandshake fresh = new ServerHandshake(new Random(1));
            assertThatThrownBy(() -> fresh.take(ByteBuffer.wrap(new byte[] {version})))
                    .isInstanceOf(BitstreamException.class)
                    .hasMessage("this is no RTMP of version 3");
        }
    }
}
