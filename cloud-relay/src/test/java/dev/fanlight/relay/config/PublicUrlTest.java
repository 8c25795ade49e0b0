package dev.fanlight.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    private static final String LONG = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz";

    @ParameterizedTest
    @CsvSource({
        "https://Cam.example.org,https://cam.example.org,''",
        "https://cam.example.org/,https://cam.example.org,''",
        "https://cam.example.org:443/cam,https://cam.example.org,/cam",
        "https://cam.example.org:8443/a/b/,https://cam.example.org:8443,/a/b",
        "https://my_relay:8443/,https://my_relay:8443,''",
        "https://[2001:DB8::1]:8443/cam/,https://[2001:db8::1]:8443,/cam",
    })
    void isReadIntoOriginAndPrefix(String text, String origin, String prefix) {
        PublicUrl url = PublicUrl.parse(text);
        assertThat(url.origin()).isEqualTo(origin);
        assertThat(url.prefix()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cam.example.org/cam",
                "http://cam.example.org/cam",
                "https://",
                "https:///cam",
                "https://cam.example.org:0/",
                "https://cam.example.org:70000/",
                "https://owner@cam.example.org/",
                "https://cam.example.org/cam?a=b",
                "https://cam.example.org/cam#x",
                "https://cam.example.org//cam",
                "https://cam.example.org/c m",
                "https://a..b/",
                "https://-cam.example.org/",
                "https://[::g]/",
                "https://cam.example.org/" + LONG + "/" + LONG + "/" + LONG + "/" + LONG,
            })
    void whatIsNoSuchAddressIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> PublicUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an address like https://example.org/cam/, without a query");
    }

    @Test
    void linksCarryItsPortAndPrefix() {
        PublicAddresses addresses = new PublicAddresses(
                "10.0.0.1",
                27_443,
                OptionalInt.of(8080),
                "webpki",
                Optional.of(PublicUrl.parse("https://cam.example.org:8443/cam")));
        assertThat(addresses.watch(Optional.empty(), "front", "k"))
                .containsExactly("https://cam.example.org:8443/cam/w/front#k", "http://localhost:8080/cam/w/front#k");
        assertThat(addresses.watch(Optional.of("10.0.0.2"), "front", "k").get(0))
                .isEqualTo("https://10.0.0.2:8443/cam/w/front#k");
    }
}
