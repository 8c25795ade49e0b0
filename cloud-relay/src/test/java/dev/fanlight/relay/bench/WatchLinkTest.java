package dev.fanlight.relay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchLinkTest {

    @Test
    void linkHasHostPortCameraAndKey() {
        WatchLink link = WatchLink.parse("https://cam.example.org:8443/w/front#abc");
        assertThat(link.host()).isEqualTo("cam.example.org");
        assertThat(link.port()).isEqualTo(8443);
        assertThat(link.secure()).isTrue();
        assertThat(link.camera().text()).isEqualTo("front");
        assertThat(link.key()).isEqualTo("abc");
    }

    @Test
    void portIsTheUsualOneWhenNoneIsNamed() {
        assertThat(WatchLink.parse("https://cam.example.org/w/front#abc").port())
                .isEqualTo(443);
        assertThat(WatchLink.parse("https://[::1]/w/front#abc").host()).isEqualTo("::1");
    }

    @Test
    void plainLinksAreGoodOnThisComputerOnly() {
        assertThat(WatchLink.parse("http://localhost:8080/w/front#abc").secure())
                .isFalse();
        assertThatThrownBy(() -> WatchLink.parse("http://cam.example.org/w/front#abc"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keyDoesNotShowInText() {
        assertThat(WatchLink.parse("https://cam.example.org/w/front#abc"))
                .hasToString("https://cam.example.org:443/w/front");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cam.example.org",
                "https://cam.example.org/w/front",
                "https://cam.example.org/front#abc",
                "https://cam.example.org/w/#abc",
                "https://cam.example.org/w/Front#abc",
                "https:///w/front#abc",
                "ftp://cam.example.org/w/front#abc",
                "https://cam example/w/front#abc",
                "https://cam.example.org/w/front#"
            })
    void anythingElseIsNoWatchLink(String text) {
        assertThatThrownBy(() -> WatchLink.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
