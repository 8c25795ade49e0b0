package dev.fanlight.relay.gateway.srt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.auth.Credentials;
import org.junit.jupiter.api.Test;

/** What a viewer shows of himself. */
class SrtAdmissionTest {

    @Test
    void whoSendsAKeyIsJudgedByTheKeyAlone() {
        Credentials credentials = credentials("#!::r=front,u=abcdefgh,s=no-key");
        assertThat(credentials.key()).contains("no-key");
        assertThat(credentials.provenLink()).isEmpty();
    }

    @Test
    void anEmptyKeyIsOneToo() {
        assertThat(credentials("#!::r=front,u=abcdefgh,s=").provenLink()).isEmpty();
    }

    @Test
    void whoSendsAnIdHasToEncrypt() {
        Credentials credentials = credentials("request:front:abcdefgh");
        assertThat(credentials.provenLink()).contains("abcdefgh");
        assertThat(credentials.key()).isEmpty();
    }

    private static Credentials credentials(String streamId) {
        return SrtAdmission.credentials(SrtStreamId.parse(streamId).orElseThrow());
    }
}
