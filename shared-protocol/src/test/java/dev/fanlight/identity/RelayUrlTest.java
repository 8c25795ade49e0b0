package dev.fanlight.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayUrlTest {

    @ParameterizedTest
    @CsvSource({
        "wss://cam.example.org:8443/, wss://cam.example.org:8443",
        "' WSS://Cam.Example.org ', wss://cam.example.org",
        "https://cam.example.org:443/, wss://cam.example.org",
        "https://cam.example.org/cams/front/, wss://cam.example.org/cams/front",
        "wss://home_relay:8443, wss://home_relay:8443",
        "wss://relay, wss://relay",
        "wss://cam.example.org., wss://cam.example.org.",
        "wss://1-2.xn--bcher-kva.example, wss://1-2.xn--bcher-kva.example",
        "wss://bücher.example/, wss://xn--bcher-kva.example",
        "wss://192.168.1.5:8443, wss://192.168.1.5:8443",
        "wss://[::1]:8443/, wss://[::1]:8443",
        "wss://[2001:DB8::7], wss://[2001:db8::7]"
    })
    void everyHostThatDnsOrABrowserTakesIsAccepted(String text, String url) {
        assertThat(RelayUrl.parse(text)).hasToString(url);
        assertThat(RelayUrl.parse(url)).isEqualTo(RelayUrl.parse(text));
    }

    @Test
    void ipv6AddressHasBracketsInAHostHeaderOnly() {
        RelayUrl relay = RelayUrl.parse("wss://[::1]:8443");
        assertThat(relay.host()).isEqualTo("::1");
        assertThat(relay.bracketedHost()).isEqualTo("[::1]");
        assertThat(relay.authority()).isEqualTo("[::1]:8443");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cam.example.org | begins with wss://",
                "ws://cam.example.org | begins with wss://",
                "wss:// | begins with wss://",
                "wss://a@cam.example.org | no user name or password",
                "wss://::1:8443 | in brackets",
                "wss://[::g] | \"::g\" is not an IPv6 address",
                "wss://[cam.example.org] | \"cam.example.org\" is not an IPv6 address",
                "wss://cam example.org | \"cam example.org\" is not a host name",
                "wss://cam!.example.org | \"cam!.example.org\" is not a host name",
                "wss://-cam.example.org | \"-cam.example.org\" is not a host name",
                "wss://cam..example.org | \"cam..example.org\" is not a host name",
                "wss://cam.example.org:0 | The port",
                "wss://cam.example.org:65536 | The port",
                "wss://cam.example.org/a//b | The path",
                "wss://cam.example.org/%2e%2e/ | The path"
            })
    void mistypedAddressIsRefusedInASentenceThatNamesTheMistake(String text, String words) {
        assertThatThrownBy(() -> RelayUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 70_000})
    void longAddressesAreRefused(int length) {
        assertThatThrownBy(() -> RelayUrl.parse("wss://" + "a.".repeat(length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RelayUrl.parse("wss://a" + "/b".repeat(length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
