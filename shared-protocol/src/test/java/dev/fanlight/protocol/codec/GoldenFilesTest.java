package dev.fanlight.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.MessageType.Direction;
import dev.fanlight.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {

    static Stream<Path> goodControl() {
        return GoldenFiles.good("control");
    }

    static Stream<Path> badControl() {
        return GoldenFiles.bad("control");
    }

    static Stream<Path> unknownControl() {
        return GoldenFiles.good("unknown");
    }

    static Stream<Path> goodMedia() {
        return GoldenFiles.good("media");
    }

    static Stream<Path> badMedia() {
        return GoldenFiles.bad("media");
    }

    @ParameterizedTest
    @MethodSource("goodControl")
    void controlMessageIsReadAndWrittenToTheLetter(Path file) throws ProtocolException {
        byte[] text = GoldenFiles.json(file);
        MessageType type = typeOf(file);
        for (Direction direction : type.directions()) {
            Message message = decode(text, direction);
            assertThat(message.type()).isEqualTo(type);
            assertThat(MessageEncoder.encode(message)).isEqualTo(new String(text, StandardCharsets.UTF_8));
            assertThat(decode(text, direction)).isEqualTo(message).hasSameHashCodeAs(message);
        }
    }

    @ParameterizedTest
    @MethodSource("goodControl")
    void controlMessageInAWayItDoesNotTravelIsRefused(Path file) {
        byte[] text = GoldenFiles.json(file);
        for (Direction direction : Direction.values()) {
            if (!typeOf(file).directions().contains(direction)) {
                assertThatThrownBy(() -> decode(text, direction)).isInstanceOf(ProtocolException.class);
            }
        }
    }

    @Test
    void everyTypeHasAGoldenFile() {
        assertThat(goodControl().map(GoldenFilesTest::typeOf).distinct())
                .containsExactlyInAnyOrder(MessageType.values());
    }

    @ParameterizedTest
    @MethodSource("badControl")
    void malformedControlMessageIsAProtocolError(Path file) {
        for (Direction direction : Direction.values()) {
            assertThatThrownBy(() -> decode(GoldenFiles.json(file), direction))
                    .isInstanceOfSatisfying(
                            ProtocolException.class, e -> assertThat(e.reason()).isEqualTo(CloseReason.PROTOCOL_ERROR));
        }
    }

    @ParameterizedTest
    @MethodSource("unknownControl")
    void controlMessageOfAnUnknownTypeIsIgnored(Path file) throws ProtocolException {
        byte[] text = GoldenFiles.json(file);
        assertThat(MessageDecoder.fromAgent(text)).isEmpty();
        assertThat(MessageDecoder.toAgent(text)).isEmpty();
        assertThat(MessageDecoder.fromPlayer(text)).isEmpty();
        assertThat(MessageDecoder.toPlayer(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goodMedia")
    void mediaHeaderIsReadAndWrittenToTheByte(Path file) throws ProtocolException {
        byte[] bytes = GoldenFiles.hex(file);
        MediaHeader header = MediaCodec.read(ByteBuffer.wrap(bytes));
        ByteBuffer written = ByteBuffer.allocate(MediaCodec.HEADER_BYTES);
        MediaCodec.write(header, written);
        assertThat(written.array()).isEqualTo(Arrays.copyOf(bytes, MediaCodec.HEADER_BYTES));
    }

    @ParameterizedTest
    @MethodSource("badMedia")
    void malformedMediaHeaderIsAProtocolError(Path file) {
        assertThatThrownBy(() -> MediaCodec.read(ByteBuffer.wrap(GoldenFiles.hex(file))))
                .isInstanceOf(ProtocolException.class);
    }

    private static MessageType typeOf(Path file) {
        String name = file.getFileName().toString().replaceAll("(--.*)?\\.json$", "");
        return Arrays.stream(MessageType.values())
                .filter(type -> type.wireName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Message decode(byte[] text, Direction direction) throws ProtocolException {
        return switch (direction) {
            case AGENT_TO_RELAY -> MessageDecoder.fromAgent(text).orElseThrow();
            case RELAY_TO_AGENT -> MessageDecoder.toAgent(text).orElseThrow();
            case PLAYER_TO_RELAY -> MessageDecoder.fromPlayer(text).orElseThrow();
            case RELAY_TO_PLAYER -> MessageDecoder.toPlayer(text).orElseThrow();
        };
    }
}
