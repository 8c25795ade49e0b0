package dev.fanlight.relay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSignerTest {

    /** Of the libraries of the specification. */
    @Test
    void theExampleOfStandardWebhooksHasTheSignatureItShould() {
        WebhookSigner signer = new WebhookSigner("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(signer.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretMayBeAnyTextOrTheSameInBase64() {
        String text = "a secret of sixteen characters";
        String encoded = "whsec_" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertThat(new WebhookSigner(text).sign("id", 1, "{}"))
                .isEqualTo(new WebhookSigner(encoded).sign("id", 1, "{}"))
                .isNotEqualTo(new WebhookSigner(text).sign("id", 2, "{}"));
    }
}
