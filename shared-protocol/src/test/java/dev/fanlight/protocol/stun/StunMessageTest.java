package dev.fanlight.protocol.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of RFC 5769, and what is written is read. */
class StunMessageTest {

    private static final IcePassword PASSWORD = new IcePassword("VOkJxbRl1RmTxUk/WvJxBt");
    private static final String REQUEST = "000100582112a442b7e7a701bc34d686fa87dfae"
            + "802200105354554e207465737420636c69656e74002400046e0001ff80290008932ff9b151263b36"
            + "000600096576746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf";
    private static final String RESPONSE = "0101003c2112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220002000080001a147e112a643"
            + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96";

    @Test
    void theSampleRequestIsReadAndIsAuthentic() {
        StunMessage request = read(REQUEST).orElseThrow();
        assertThat(request.type()).isEqualTo(StunMessage.Type.REQUEST);
        assertThat(request.askedFragment()).isEqualTo("evtj");
        assertThat(request.isFromControlled()).isTrue();
        assertThat(request.nominates()).isFalse();
        assertThat(request.isAuthentic(PASSWORD)).isTrue();
        assertThat(request.isAuthentic(new IcePassword("another"))).isFalse();
    }

    @Test
    void theSampleAnswerIsReadAndAnswersTheRequest() {
        StunMessage answer = read(RESPONSE).orElseThrow();
        assertThat(answer.type()).isEqualTo(StunMessage.Type.SUCCESS);
        assertThat(answer.isAuthentic(PASSWORD)).isTrue();
        assertThat(answer.answers(read(REQUEST).orElseThrow().transaction())).isTrue();
    }

    @Test
    void oneBitMakesItAnothersMessage() {
        byte[] bytes = HexFormat.of().parseHex(REQUEST);
        bytes[65] ^= 1;
        assertThat(StunMessage.parse(ByteBuffer.wrap(bytes)))
                .get()
                .returns(false, message -> message.isAuthentic(PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8:1234:5678:11:2233:4455:6677"})
    void aCheckIsAnsweredWithWhereItCameFrom(String from) throws UnknownHostException {
        StunMessage request = StunMessage.parse(
                        ByteBuffer.wrap(StunWriter.request(new byte[12], "abcd:efgh", 7, true, PASSWORD)))
                .orElseThrow();
        assertThat(request.nominates()).isTrue();
        assertThat(request.isFromControlled()).isFalse();
        assertThat(request.askedFragment()).isEqualTo("abcd");
        assertThat(request.isAuthentic(PASSWORD)).isTrue();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(from), 32_853);
        StunMessage answer = StunMessage.parse(ByteBuffer.wrap(StunWriter.success(request, address, PASSWORD)))
                .orElseThrow();
        assertThat(answer.isAuthentic(PASSWORD)).isTrue();
        assertThat(answer.answers(new byte[12])).isTrue();
        StunMessage conflict = StunMessage.parse(ByteBuffer.wrap(StunWriter.roleConflict(request, PASSWORD)))
                .orElseThrow();
        assertThat(conflict.errorCode()).hasValue(487);
    }

    @Test
    void whatIsCutOffOrTooLargeIsNone() {
        for (int size = 0; size < REQUEST.length() / 2; size++) {
            assertThat(read(REQUEST.substring(0, 2 * size))).isEmpty();
        }
        assertThat(StunMessage.parse(ByteBuffer.allocate(StunMessage.MAX_BYTES + 4)))
                .isEmpty();
    }

    private static Optional<StunMessage> read(String hex) {
        return StunMessage.parse(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }
}
