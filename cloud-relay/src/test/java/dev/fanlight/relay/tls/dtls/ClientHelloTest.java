package dev.fanlight.relay.tls.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientHelloTest {

    @Test
    void onlyWhatMayBeginAHandshakeCounts() {
        assertThat(ClientHello.isIn(datagram(22, 0xFE, 1))).isTrue();
        assertThat(ClientHello.isIn(datagram(23, 0xFE, 1)))
                .as("application data")
                .isFalse();
        assertThat(ClientHello.isIn(datagram(22, 0x03, 1))).as("TLS").isFalse();
        assertThat(ClientHello.isIn(datagram(22, 0xFE, 16)))
                .as("a later message")
                .isFalse();
        assertThat(ClientHello.isIn(new byte[] {22, (byte) 0xFE})).as("cut off").isFalse();
    }

    private static byte[] datagram(int content, int version, int message) {
        byte[] bytes = new byte[60];
        bytes[0] = (byte) content;
        bytes[1] = (byte) version;
        bytes[13] = (byte) message;
        return bytes;
    }
}
