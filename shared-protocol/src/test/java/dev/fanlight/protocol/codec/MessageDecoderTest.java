package dev.fanlight.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.NamedViewer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageDecoderTest {

    @Test
    void messageOverEightKibibytesIsRefusedBeforeItIsRead() {
        assertReason(new byte[WireLimits.MAX_CONTROL_BYTES + 1], CloseReason.TOO_BIG);
    }

    @Test
    void bytesThatAreNotUtf8AreBadText() {
        byte[] text = utf8("{\"type\":\"rename\",\"name\":\"x\"}");
        text[25] = (byte) 0xC3;
        assertReason(text, CloseReason.BAD_TEXT);
    }

    @Test
    void memberThatComesTwiceIsRefused() {
        assertReason(utf8("{\"type\":\"rename\",\"name\":\"a\",\"name\":\"b\"}"), CloseReason.PROTOCOL_ERROR);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(WireLimits.MAX_CONTROL_DEPTH) + "]".repeat(WireLimits.MAX_CONTROL_DEPTH);
        assertReason(utf8("{\"type\":\"rename\",\"name\":\"a\",\"x\":" + deep + "}"), CloseReason.PROTOCOL_ERROR);
    }

    @Test
    void unknownMembersAreIgnored() throws ProtocolException {
        assertThat(MessageDecoder.fromPlayer(utf8("{\"type\":\"rename\",\"name\":\"a\",\"new\":{\"in\":[2]}}")))
                .hasToString("Optional[Rename[name=a]]");
    }

    @Test
    void twoTracksWithOneIdAreRefused() {
        String track = "{\"id\":0,\"name\":\"main\",\"kind\":\"video\",\"codec\":\"vp8\",\"width\":2,\"height\":2}";
        byte[] text = utf8("{\"type\":\"tracks\",\"epoch\":1,\"tracks\":[" + track + "," + track + "]}");
        assertThatThrownBy(() -> MessageDecoder.fromAgent(text)).hasMessageContaining("two tracks");
    }

    @Test
    void secretsDoNotShowInWhatALogWouldPrint() throws ProtocolException {
        String watch = "{\"type\":\"watch\",\"camera\":\"front\",\"key\":\"s3cret\",\"person\":\"t0ken\"}";
        assertThat(MessageDecoder.fromPlayer(utf8(watch)).toString())
                .contains("front")
                .doesNotContain("s3cret")
                .doesNotContain("t0ken");
    }

    @Test
    void theLongestListOfViewersFitsIntoOneMessage() throws ProtocolException {
        Optional<String> text = Optional.of("木".repeat(NamedViewer.MAX_TEXT));
        Optional<String> player = Optional.of("p".repeat(NamedViewer.MAX_PLAYER));
        List<NamedViewer> watching = Collections.nCopies(
                NamedViewer.MAX_LISTED, new NamedViewer(NamedViewer.Way.VISITOR, text, text, player));
        Set<Integer> tracks = IntStream.rangeClosed(255 - WireLimits.MAX_TRACKS + 1, 255)
                .boxed()
                .collect(Collectors.toSet());
        Demand demand = new Demand(WireLimits.MAX_VIEWERS - 1, WireLimits.MAX_VIEWERS, tracks, Optional.of(watching));
        assertThat(MessageDecoder.toAgent(utf8(MessageEncoder.encode(demand)))).contains(demand);
    }

    @Test
    void knownTypeInTheWrongDirectionIsAProtocolErrorAndNotIgnored() {
        assertReason(utf8("{\"type\":\"welcome\"}"), CloseReason.PROTOCOL_ERROR);
    }

    @Test
    void connectionMaySendABoundedNumberOfMessagesOfUnknownTypes() throws ProtocolException {
        UnknownMessages unknown = new UnknownMessages();
        for (int i = 0; i < WireLimits.MAX_UNKNOWN_MESSAGES; i++) {
            unknown.ignore();
        }
        assertThatThrownBy(unknown::ignore)
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.reason()).isEqualTo(CloseReason.PROTOCOL_ERROR));
    }

    private static void assertReason(byte[] text, CloseReason reason) {
        assertThatThrownBy(() -> MessageDecoder.fromPlayer(text))
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
