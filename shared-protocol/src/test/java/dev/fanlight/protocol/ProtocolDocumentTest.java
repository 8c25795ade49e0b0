package dev.fanlight.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds {@code docs/protocol.md} to the code. */
class ProtocolDocumentTest {

    private static String document;

    @BeforeAll
    static void readDocument() throws IOException {
        document = Files.readString(Path.of("../docs/protocol.md"));
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void everyMessageIsDescribed(MessageType type) {
        assertThat(document).contains("| `" + type.wireName() + "` |");
    }

    @ParameterizedTest
    @EnumSource(CloseReason.class)
    void everyCloseCodeIsDescribed(CloseReason reason) {
        assertThat(document).contains("| " + reason.code() + " | `" + reason.wireName() + "` |");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalIsDescribed(Refusal refusal) {
        assertThat(document).contains("`" + refusal.wireName() + "`");
    }

    @ParameterizedTest
    @EnumSource(ModerationResult.class)
    void everyAnswerToAModeratorIsDescribed(ModerationResult result) {
        assertThat(document).contains("`" + result.wireName() + "`");
    }

    @ParameterizedTest
    @EnumSource(ChatRole.class)
    void everyRoleIsDescribed(ChatRole role) {
        assertThat(document).contains("`" + role.wireName() + "`");
    }

    @ParameterizedTest
    @EnumSource(SignedChallenge.Context.class)
    void everyContextOfASignatureIsDescribed(SignedChallenge.Context context) {
        assertThat(document).contains("\"" + context.text() + "\"");
    }

    @Test
    void limitsAndPathsAreThoseOfTheCode() {
        assertThat(document)
                .contains("8,192 bytes", "2,097,152 bytes", "64 KiB", "16 levels")
                .contains(SocketPath.AGENT_PATH, SocketPath.VIEW_PATH, SocketPath.SUBPROTOCOL);
        assertThat(WireLimits.MAX_CONTROL_BYTES).isEqualTo(8_192);
        assertThat(WireLimits.MAX_MEDIA_BYTES).isEqualTo(2_097_152);
        assertThat(WireLimits.MAX_AGENT_FRAME_BYTES).isEqualTo(64 * 1024);
        assertThat(WireLimits.MAX_CONTROL_DEPTH).isEqualTo(16);
    }
}
