package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

    @Test
    void anAddressHasAHostAndAPort() {
        assertThat(ListenAddress.PARSER.parse("0.0.0.0:8770")).contains(new ListenAddress("0.0.0.0", 8770));
        assertThat(ListenAddress.PARSER.parse("[::1]:0")).contains(new ListenAddress("[::1]", 0));
    }

    @Test
    void nothingIsNowhere() {
        assertThat(ListenAddress.PARSER.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8770", "host", "host:", "host:70000", "a b:1", "::1:80"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ListenAddress.PARSER.parse(text))
                .hasMessage("an address and a port like 0.0.0.0:8770, or empty");
        assertThatThrownBy(() -> ListenAddress.parse(text)).hasMessage("an address and a port like 0.0.0.0:8770");
    }
}
