package dev.fanlight.relay.srt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.srt.SrtPassphrases.Purpose;
import org.junit.jupiter.api.Test;

class SrtPassphrasesTest {

    private final SrtPassphrases passphrases = new SrtPassphrases(() -> new byte[SrtPassphrases.KEY_BYTES]);

    @Test
    void eachKeyHasOneOfItsOwnAndKeepsIt() {
        String passphrase = passphrases.of(Purpose.PUBLISH, "abcdefgh");
        assertThat(passphrase).matches("[a-z2-7]{26}").isEqualTo(passphrases.of(Purpose.PUBLISH, "abcdefgh"));
        assertThat(passphrases.of(Purpose.PUBLISH, "abcdefgi")).isNotEqualTo(passphrase);
        assertThat(passphrases.of(Purpose.WATCH, "abcdefgh")).isNotEqualTo(passphrase);
    }

    @Test
    void anotherRelayHasOthers() {
        byte[] other = new byte[SrtPassphrases.KEY_BYTES];
        other[0] = 1;
        assertThat(new SrtPassphrases(() -> other).of(Purpose.WATCH, "abcdefgh"))
                .isNotEqualTo(passphrases.of(Purpose.WATCH, "abcdefgh"));
    }
}
