package dev.fanlight.protocol.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions of both sides, and those that are refused. */
class DescriptionTest {

    private static final String FINGERPRINT = "AB" + ":CD".repeat(31);
    private static final String HEAD = """
            v=0
            o=- 1 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1
            """;
    private static final String TRANSPORT = """
            a=ice-ufrag:abcd
            a=ice-pwd:0123456789012345678901
            a=fingerprint:sha-256 %s
            a=setup:actpass
            """.formatted(FINGERPRINT);
    private static final String VIDEO = """
            m=video 9 UDP/TLS/RTP/SAVPF 96 102 103 104
            a=mid:0
            a=recvonly
            a=rtpmap:96 VP8/90000
            a=rtpmap:102 H264/90000
            a=fmtp:102 packetization-mode=0;profile-level-id=42e01f
            a=rtpmap:103 H264/90000
            a=fmtp:103 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f
            a=rtpmap:104 H264/90000
            a=fmtp:104 packetization-mode=1;profile-level-id=640c1f
            """;

    @Test
    void anOfferIsRead() throws SdpException {
        RemoteDescription offer = RemoteDescription.parse(HEAD + VIDEO + TRANSPORT + """
                a=candidate:1 1 udp 2113937151 192.0.2.7 5000 typ host
                a=candidate:2 1 udp 2113937151 0d2c.local 5000 typ host
                a=candidate:3 1 tcp 2113937151 192.0.2.7 9 typ host tcptype active
                a=candidate:4 1 udp 1 2001:db8::7 5001 typ srflx raddr 0.0.0.0 rport 0
                m=audio 9 UDP/TLS/RTP/SAVPF 111
                a=mid:1
                a=inactive
                a=rtpmap:111 opus/48000/2
                """);
        assertThat(offer.ice().fragment()).isEqualTo("abcd");
        assertThat(offer.setup()).isEqualTo(SetupRole.ACTPASS);
        assertThat(offer.candidates())
                .extracting(candidate -> candidate.address().getPort())
                .containsExactly(5000, 5001);
        OfferedMedia video = offer.first("video").orElseThrow();
        assertThat(video.direction().receives()).isTrue();
        assertThat(video.h264("42e01e")).get().returns(103, MediaFormat::payloadType);
        assertThat(video.h264("64001f")).get().returns(104, MediaFormat::payloadType);
        assertThat(video.h264("4d0028")).get().returns(103, MediaFormat::payloadType);
        assertThat(offer.first("audio").orElseThrow().direction().receives()).isFalse();
    }

    @Test
    void whatThisSideSaysIsReadByTheOther() throws Exception {
        IceCredentials ice = IceCredentials.next(new Random(1));
        IceCandidate candidate = new IceCandidate(new InetSocketAddress(InetAddress.getByName("2001:db8::1"), 8189));
        MediaFormat format = new MediaFormat(103, "H264/90000", "packetization-mode=1");
        LocalDescription local = new LocalDescription(
                7,
                ice,
                true,
                CertificateFingerprint.of(new byte[] {1}),
                SetupRole.PASSIVE,
                List.of(candidate),
                List.of(new LocalMedia(
                        "video",
                        "0",
                        LocalMedia.PROTOCOL,
                        MediaDirection.SENDONLY,
                        format,
                        List.of("nack"),
                        OptionalInt.of(-1))));
        assertThat(local.text()).contains("a=ice-lite\r\n").contains("a=ssrc:4294967295 cname:");
        RemoteDescription read = RemoteDescription.parse(local.text());
        assertThat(read.ice()).isEqualTo(ice);
        assertThat(read.setup()).isEqualTo(SetupRole.PASSIVE);
        assertThat(read.candidates()).containsExactly(candidate);
        assertThat(read.fingerprint().fits(new byte[] {1})).isTrue();
        assertThat(read.fingerprint().fits(new byte[] {2})).isFalse();
        assertThat(read.media().get(0).formats()).containsExactly(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "v=0", "v=0\r\nm=video", "v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> RemoteDescription.parse(text)).isInstanceOf(SdpException.class);
    }

    @Test
    void whatIsTooLargeOrNeedsSeveralTransportsIsRefused() {
        String good = HEAD + VIDEO + TRANSPORT;
        for (String bad : List.of(
                good + "a=x\n".repeat(SdpLimits.MAX_LINES),
                good + "a=" + "x".repeat(SdpLimits.MAX_LINE),
                good + "m=video 9 UDP/TLS/RTP/SAVPF 96\n".repeat(SdpLimits.MAX_MEDIA),
                good + "x".repeat(SdpLimits.MAX_BYTES),
                good.replace("a=group:BUNDLE 0 1\n", "") + "m=audio 9 UDP/TLS/RTP/SAVPF 0\n",
                good.replace("sha-256", "md5"),
                good.replace("a=mid:0", "a=mid:0 evil"),
                good.replace("abcd", "a"))) {
            assertThatThrownBy(() -> RemoteDescription.parse(bad)).isInstanceOf(SdpException.class);
        }
    }

    @Test
    void brokenOffersAreReadOrRefused() {
        Random random = new Random(20_261_130);
        String good = HEAD + VIDEO + TRANSPORT;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder bad = new StringBuilder(good);
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                int at = random.nextInt(bad.length());
                switch (random.nextInt(3)) {
                    case 0 -> bad.deleteCharAt(at);
                    case 1 -> bad.setCharAt(at, (char) random.nextInt(256));
                    default -> {
                        int from = random.nextInt(good.length());
                        bad.insert(at, good, from, Math.min(good.length(), from + random.nextInt(80)));
                    }
                }
            }
            try {
                RemoteDescription read = RemoteDescription.parse(bad.toString());
                assertThat(read.media()).hasSizeLessThanOrEqualTo(SdpLimits.MAX_MEDIA);
            } catch (SdpException e) {
                assertThat(e.getMessage()).endsWith(".");
            }
        }
    }
}
