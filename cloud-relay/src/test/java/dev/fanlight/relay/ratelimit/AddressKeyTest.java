package dev.fanlight.relay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressKeyTest {

    @Test
    void everyIpv4AddressIsItsOwn() throws UnknownHostException {
        assertThat(key("192.0.2.1")).isEqualTo(key("192.0.2.1")).isNotEqualTo(key("192.0.2.2"));
    }

    @Test
    void ipv6AddressesOfOneNetworkAreOne() throws UnknownHostException {
        assertThat(key("2001:db8:1:2::1"))
                .isEqualTo(key("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(key("2001:db8:1:3::1"));
    }

    @Test
    void ipv4InsideIpv6IsTheSameAddress() throws UnknownHostException {
        assertThat(key("::ffff:192.0.2.1")).isEqualTo(key("192.0.2.1"));
    }

    @Test
    void ipv4AddressIsNoIpv6Network() throws UnknownHostException {
        assertThat(key("0.0.0.0")).isNotEqualTo(key("::1"));
    }

    private static AddressKey key(String address) throws UnknownHostException {
        return AddressKey.of(InetAddress.getByName(address));
    }
}
