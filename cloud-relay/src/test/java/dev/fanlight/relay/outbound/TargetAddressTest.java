package dev.fanlight.relay.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.relay.config.Subnet;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fec0::1"
            })
    void networksThatAreNotTheInternetAreRefused(String address) throws IOException {
        assertThat(TargetAddress.isSpecial(InetAddress.getByName(address))).isTrue();
        assertThatThrownBy(() -> TargetAddress.find(address, List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("private network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "172.32.0.1",
                "192.169.0.1",
                "100.128.0.1",
                "2606:4700::1111",
                "2001:db8::1"
            })
    void othersAreNot(String address) throws IOException {
        assertThat(TargetAddress.find(address, List.of())).isEqualTo(InetAddress.getByName(address));
    }

    @Test
    void aNameThatLeadsToThisComputerIsRefusedUnlessItsNetworksAreListed() throws IOException {
        assertThatThrownBy(() -> TargetAddress.find("localhost", List.of(new Subnet("10.0.0.0", 8))))
                .isInstanceOf(IOException.class);
        List<Subnet> loopback = List.of(new Subnet("127.0.0.0", 8), new Subnet("::1", 128));
        assertThat(TargetAddress.find("localhost", loopback).isLoopbackAddress())
                .isTrue();
    }

    @Test
    void aNameThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> TargetAddress.find("no-such-host.invalid", List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-host.invalid");
    }
}
