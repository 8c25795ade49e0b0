package dev.fanlight.protocol.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in candidates, and what only looks like one. */
class IpLiteralTest {

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "255.255.255.255", "2001:db8::7", "::1", "fe80::", "::", "1:2:3:4:5:6:7:8"})
    void anAddressIsRead(String text) throws UnknownHostException {
        assertThat(IpLiteral.parse(text)).contains(InetAddress.getByName(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.999",
                "256.1.1.1",
                "1.2.3",
                "1.2.3.4.5",
                "localhost",
                "",
                ".:",
                ":",
                ":::",
                "1:2",
                "g::1",
                "1::2::3",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                "fe80::1%lo",
                "12345::",
                "a:",
                "1.2.3.4:",
                "\u0661.1.1.1"
            })
    void whatIsNoneIsNotLookedUp(String text) {
        assertThat(IpLiteral.parse(text)).isEmpty();
    }

    @Test
    void manyCandidatesThatCannotBeUsedDoNotHideAll() throws SdpException {
        String unusable = "a=candidate:1 1 udp 1 1.2.3.999 5000 typ host\n";
        String usable = "a=candidate:1 1 udp 1 192.0.2.7 5000 typ host\n";
        assertThat(candidates(unusable.repeat(20) + usable)).isEqualTo(1);
        assertThat(candidates(unusable.repeat(SdpLimits.MAX_CANDIDATE_LINES) + usable))
                .isZero();
    }

    private static int candidates(String lines) throws SdpException {
        return RemoteDescription.parse("""
                v=0
                m=video 9 UDP/TLS/RTP/SAVPF 96
                a=mid:0
                a=ice-ufrag:abcd
                a=ice-pwd:0123456789012345678901
                a=fingerprint:sha-256 %s
                """.formatted("AB" + ":CD".repeat(31)) + lines)
                .candidates()
                .size();
    }
}
