package dev.fanlight.protocol.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.amf.AmfWriter;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RtmpCommandTest {

    @Test
    void aCommandIsReadWithItsObjectAndItsArguments() throws BitstreamException {
        RtmpCommand publish = new RtmpCommand(
                "publish",
                5,
                List.of(
                        new AmfValue.Members(Map.of("app", AmfValue.of("live"))),
                        AmfValue.of("KEY"),
                        AmfValue.of("live")));
        RtmpCommand read = RtmpCommand.read(publish.message(1));
        assertThat(read).isEqualTo(publish);
        assertThat(read.member("app")).contains("live");
        assertThat(read.text(1)).contains("KEY");
        assertThat(read.text(0)).isEmpty();
        assertThat(read.text(9)).isEmpty();
    }

    @Test
    void aCommandOfAProgramThatAnnouncesAmf3IsReadBehindItsFirstByte() throws BitstreamException {
        ByteBuffer amf = AmfWriter.write(List.of(AmfValue.of("connect"), AmfValue.of(1)));
        ByteBuffer body =
                ByteBuffer.allocate(1 + amf.remaining()).put((byte) 0).put(amf).flip();
        assertThat(RtmpCommand.read(RtmpMessage.of(RtmpType.COMMAND_AMF3, 0, body))
                        .name())
                .isEqualTo("connect");
    }

    @Test
    void aCommandWithoutANameIsRefused() {
        for (List<AmfValue> values : List.of(List.<AmfValue>of(), List.of(AmfValue.of(1)))) {
            assertThatThrownBy(() -> RtmpCommand.read(RtmpMessage.of(RtmpType.COMMAND, 0, AmfWriter.write(values))))
                    .isInstanceOf(BitstreamException.class);
        }
    }

    @Test
    void answersSayWhatTheProtocolWantsToHear() throws BitstreamException {
        RtmpCommand accepted = RtmpCommand.read(ServerMessages.connected(1));
        assertThat(accepted.name()).isEqualTo("_result");
        assertThat(accepted.transaction()).isEqualTo(1);
        assertThat(accepted.arguments().get(1).toString()).contains("NetConnection.Connect.Success", "hvc1", "Opus");
        RtmpCommand refused =
                RtmpCommand.read(ServerMessages.status(1, StatusCode.PUBLISH_REFUSED, "The key is not valid."));
        assertThat(refused.name()).isEqualTo("onStatus");
        assertThat(refused.arguments().get(1).toString())
                .contains("error", "NetStream.Publish.BadName", "The key is not valid.");
    }

    @Test
    void whatTheWriterCutsTheReaderJoins() throws BitstreamException {
        for (int size : List.of(0, 1, 127, 128, 129, 400)) {
            for (long time : List.of(0L, 0xFFFFFEL, 0xFFFFFFL, 0xFFFF_FFFFL)) {
                RtmpMessage message = new RtmpMessage(RtmpType.VIDEO, 1, time, ByteBuffer.wrap(new byte[size]));
                RtmpReader reader = new RtmpReader();
                List<ByteBuffer> parts = new ChunkWriter(ChunkWriter.FIRST_CHUNK_BYTES).parts(message);
                RtmpMessage read = null;
                for (ByteBuffer part : parts) {
                    read = reader.next(part).orElse(read);
                }
                assertThat(read).isEqualTo(message);
            }
        }
    }
}
