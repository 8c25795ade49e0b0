package dev.fanlight.relay.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamNameTest {

    @Test
    void aNameMayHaveAKeyBehindIt() {
        assertThat(StreamName.parse("abc")).isEqualTo(new StreamName("abc", Optional.empty()));
        assertThat(StreamName.parse("front?key=a%20b")).isEqualTo(new StreamName("front", Optional.of("a b")));
        assertThat(StreamName.parse("front?x=1&key=k&key=l")).isEqualTo(new StreamName("front", Optional.of("k")));
        assertThat(StreamName.parse("front?monkey=1")).isEqualTo(new StreamName("front", Optional.empty()));
        assertThat(StreamName.parse("?key=%zz")).isEqualTo(new StreamName("", Optional.of("%zz")));
    }

    @Test
    void itIsNotShownInTexts() {
        assertThat(StreamName.parse("secret?key=secret").toString()).doesNotContain("secret");
    }
}
