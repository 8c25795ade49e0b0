package dev.fanlight.relay.gateway.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.SettingsReader;
import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebRtcConfigTest {

    @Test
    void addressesAreLiteralsOfBothKinds() throws Exception {
        assertThat(WebRtcConfig.ADVERTISE.parser().parse("203.0.113.7, 2001:db8::7"))
                .containsExactly(InetAddress.getByName("203.0.113.7"), InetAddress.getByName("2001:db8::7"));
        assertThat(WebRtcConfig.ADVERTISE.parser().parse("")).isEmpty();
        assertThatThrownBy(() -> WebRtcConfig.ADVERTISE.parser().parse("cam.example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAPortThereIsNoGateway() {
        assertThatThrownBy(() -> RelayGateways.KINDS.configured(new SettingsReader(RelayGateways.SCHEMA)
                        .overrides(Map.of("gateways.webrtc.port", "0"))
                        .read()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("WebRTC needs a UDP port");
    }
}
