package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class IdentityTokensTest {

    private static final Instant TODAY = Instant.parse("2026-11-21T12:00:00Z");
    private static final Person ANN = new Person("abcdef", "Ann 👍");

    @Test
    void tokenIsValidForThirtyDays() {
        String token = at(TODAY, 1).issue(ANN);
        assertThat(at(TODAY, 1).verify(token)).contains(ANN);
        assertThat(at(TODAY.plus(IdentityTokens.LIFE), 1).verify(token)).contains(ANN);
        assertThat(at(TODAY.plus(IdentityTokens.LIFE).plusMillis(1), 1).verify(token))
                .isEmpty();
        assertThat(at(TODAY.minus(Duration.ofDays(1)), 1).verify(token)).isEmpty();
    }

    @Test
    void tokenOfAnotherKeyIsRefused() {
        assertThat(at(TODAY, 2).verify(at(TODAY, 1).issue(ANN))).isEmpty();
    }

    @Test
    void tokenWithAnyChangedBitIsRefused() {
        byte[] token = Base64.getUrlDecoder().decode(at(TODAY, 1).issue(ANN));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(at(TODAY, 1).verify(Base64.getUrlEncoder().encodeToString(changed)))
                    .isEmpty();
        }
    }

    @Test
    void malformedTokensAreRefused() {
        for (String text : new String[] {"", "x", "not base64!", "AAAA", "A".repeat(1_000)}) {
            assertThat(at(TODAY, 1).verify(text)).isEmpty();
        }
    }

    private static IdentityTokens at(Instant when, int key) {
        byte[] bytes = new byte[IdentityTokens.KEY_BYTES];
        bytes[0] = (byte) key;
        return new IdentityTokens(bytes, Clock.fixed(when, ZoneOffset.UTC));
    }
}
