package dev.fanlight.agent.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.Secrets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PreviewKeysTest {

    private final PreviewKeys keys = new PreviewKeys(new Secrets(new SecureRandom()));

    @Test
    void aKeyIsExchangedOnceForASessionOfItsCamera() {
        String key = keys.create("front");
        assertThat(keys.exchange("back", key)).isEmpty();
        String token = keys.exchange("front", key).orElseThrow();
        assertThat(keys.exchange("front", key)).isEmpty();
        assertThat(keys.admits("front", token)).isTrue();
        assertThat(keys.admits("back", token)).isFalse();
        assertThat(keys.admits("front", key)).isFalse();
    }

    @Test
    void theOldestUnusedKeyIsForgottenWhenThereAreTooMany() {
        String oldest = keys.create("front");
        for (int i = 0; i < PreviewKeys.MAX_KEYS; i++) {
            keys.create("front");
        }
        assertThat(keys.exchange("front", oldest)).isEmpty();
    }

    @Test
    void theOldestSessionIsForgottenWhenThereAreTooMany() {
        String oldest = keys.exchange("front", keys.create("front")).orElseThrow();
        for (int i = 1; i < PreviewKeys.MAX_SESSIONS; i++) {
            assertThat(keys.exchange("front", keys.create("front"))).isPresent();
        }
        assertThat(keys.admits("front", oldest)).isTrue();
        assertThat(keys.exchange("front", keys.create("front"))).isPresent();
        assertThat(keys.admits("front", oldest)).isFalse();
    }

    @Test
    void aCameraThatIsGoneTakesItsSessionsAlong() {
        String token = keys.exchange("front", keys.create("front")).orElseThrow();
        keys.forget("front");
        assertThat(keys.admits("front", token)).isFalse();
    }
}
