package dev.fanlight.relay.gateway.ts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.bitstream.BitstreamException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsAlignerTest {

    private static final int PAT = 0;
    private static final int AUDIO = 0x101;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 188, 1000, 100_000})
    void aPlayerCanBeginAtTablesThatAKeyFrameFollows(int pieceBytes) throws Exception {
        byte[] stream = join(
                packet(TsAligner.VIDEO_PID, false),
                packet(PAT, false),
                packet(TsAligner.PMT_PID, false),
                packet(TsAligner.VIDEO_PID, true),
                packet(AUDIO, true),
                packet(PAT, false),
                packet(TsAligner.PMT_PID, false),
                packet(AUDIO, true),
                packet(TsAligner.VIDEO_PID, true));
        TsAligner aligner = new TsAligner();
        List<TsPiece> pieces = new ArrayList<>();
        for (int at = 0; at < stream.length; at += pieceBytes) {
            pieces.addAll(aligner.take(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + pieceBytes))));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Integer> beginnings = new ArrayList<>();
        for (TsPiece piece : pieces) {
            assertThat(piece.packets().remaining() % TsAligner.PACKET_BYTES).isZero();
            if (piece.begins()) {
                beginnings.add(all.size() / TsAligner.PACKET_BYTES);
            }
            all.writeBytes(piece.packets().array());
        }
        assertThat(beginnings).containsExactly(1);
        assertThat(all.toByteArray()).isEqualTo(stream);
    }

    @Test
    void whatIsNoTransportStreamIsRefused() {
        assertThatThrownBy(() -> new TsAligner().take(new byte[TsAligner.PACKET_BYTES]))
                .isInstanceOf(BitstreamException.class);
    }

    @Test
    void theSoundDoesNotWaitAndTheVideoIsCopied() {
        assertThat(TsMuxer.arguments(true))
                .containsSequence("-c:v", "copy", "-c:a", "aac")
                .containsSequence("-muxdelay", "0");
        assertThat(TsMuxer.arguments(false)).containsSequence("-c:a", "copy");
    }

    private static byte[] packet(int pid, boolean randomAccess) {
        byte[] packet = new byte[TsAligner.PACKET_BYTES];
        packet[0] = 0x47;
        packet[1] = (byte) (pid >> 8);
        packet[2] = (byte) pid;
        packet[3] = (byte) (randomAccess ? 0x30 : 0x10);
        packet[4] = (byte) (randomAccess ? 7 : 0xFF);
        packet[5] = (byte) (randomAccess ? 0x40 : 0xFF);
        return packet;
    }

    private static byte[] join(byte[]... packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            all.writeBytes(packet);
        }
        return all.toByteArray();
    }
}
