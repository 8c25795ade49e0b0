package dev.fanlight.relay.gateway.hls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.ratelimit.AddressKey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class WaitingPlacesTest {

    private final WaitingPlaces places = new WaitingPlaces();

    @Test
    void anAddressHasSoManyAndGetsThemBack() throws UnknownHostException {
        AddressKey one = AddressKey.of(InetAddress.getByName("192.0.2.1"));
        AddressKey other = AddressKey.of(InetAddress.getByName("192.0.2.2"));
        Runnable first = places.take(one).orElseThrow();
        for (int i = 1; i < WaitingPlaces.MAX_PER_ADDRESS; i++) {
            assertThat(places.take(one)).isPresent();
        }
        assertThat(places.take(one)).isEmpty();
        assertThat(places.take(other)).isPresent();
        assertThat(places.taken()).isEqualTo(WaitingPlaces.MAX_PER_ADDRESS + 1);
        first.run();
        assertThat(places.take(one)).isPresent();
    }

    @Test
    void allAddressesTogetherHaveSoMany() throws UnknownHostException {
        for (int i = 0; i < WaitingPlaces.MAX; i++) {
            byte[] address = {10, 0, (byte) (i >> 8), (byte) i};
            assertThat(places.take(AddressKey.of(InetAddress.getByAddress(address))))
                    .isPresent();
        }
        assertThat(places.take(AddressKey.of(InetAddress.getByName("192.0.2.1"))))
                .isEmpty();
        assertThat(places.taken()).isEqualTo(WaitingPlaces.MAX);
    }
}
