package dev.fanlight.relay.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.relay.testing.WithoutLeaks;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@WithoutLeaks
class MessageAssemblerTest {

    private final List<String> received = new ArrayList<>();
    private final MessageAssembler assembler = new MessageAssembler(
            new MessageReceiver() {
                @Override
                public void text(byte[] message) {
                    received.add("text " + new String(message, StandardCharsets.UTF_8));
                }

                @Override
                public void binary(List<ByteBuf> parts) {
                    received.add("binary "
                            + parts.stream().mapToInt(ByteBuf::readableBytes).sum());
                }

                @Override
                public void control(int bytes) {}

                @Override
                public void closed() {}
            },
            WireLimits.MAX_CONTROL_BYTES,
            1_000);

    @Test
    void messagesInOneAndInManyFramesArrive() throws ProtocolException {
        assembler.accept(WebSocketFrame.textFrame("whole", true));
        assembler.accept(WebSocketFrame.textFrame("in ", false));
        assembler.accept(WebSocketFrame.continuationFrame(Buffer.buffer("three "), false));
        assembler.accept(WebSocketFrame.pingFrame(Buffer.buffer("between")));
        assembler.accept(WebSocketFrame.continuationFrame(Buffer.buffer("parts"), true));
        assembler.accept(WebSocketFrame.binaryFrame(Buffer.buffer(new byte[600]), false));
        assembler.accept(WebSocketFrame.continuationFrame(Buffer.buffer(new byte[400]), true));
        assertThat(received).containsExactly("text whole", "text in three parts", "binary 1000");
    }

    @Test
    void tooLargeAMessageIsRefusedAtTheFrameThatIsTooMuch() throws ProtocolException {
        assembler.accept(WebSocketFrame.binaryFrame(Buffer.buffer(new byte[600]), false));
        assertRefused(WebSocketFrame.continuationFrame(Buffer.buffer(new byte[401]), false), CloseReason.TOO_BIG);
    }

    @Test
    void endlessMessageOfEmptyFramesIsRefused() throws ProtocolException {
        assembler.accept(WebSocketFrame.binaryFrame(Buffer.buffer(), false));
        for (int i = 1; i < MessageAssembler.MAX_PARTS; i++) {
            assembler.accept(WebSocketFrame.continuationFrame(Buffer.buffer(), false));
        }
        assertRefused(WebSocketFrame.continuationFrame(Buffer.buffer(), false), CloseReason.TOO_BIG);
    }

    @Test
    void controlMessageOverEightKibibytesIsRefused() {
        assertRefused(WebSocketFrame.textFrame("x".repeat(8 * 1024 + 1), true), CloseReason.TOO_BIG);
    }

    @Test
    void continuationOfNothingIsRefused() {
        assertRefused(WebSocketFrame.continuationFrame(Buffer.buffer("x"), true), CloseReason.PROTOCOL_ERROR);
    }

    @Test
    void newMessageInsideAnotherIsRefused() throws ProtocolException {
        assembler.accept(WebSocketFrame.textFrame("half", false));
        assertRefused(WebSocketFrame.textFrame("other", true), CloseReason.PROTOCOL_ERROR);
    }

    private void assertRefused(WebSocketFrame frame, CloseReason reason) {
        assertThatThrownBy(() -> assembler.accept(frame))
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
