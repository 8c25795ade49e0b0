package dev.fanlight.relay.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VapidKeyTest {

    private static final Pattern FORM = Pattern.compile("vapid t=(([^.]+)\\.([^.]+))\\.([^,]+), k=(.+)");

    @Test
    void aPushServiceCanCheckWhoSends() throws Exception {
        VapidKey key = new VapidKey(VapidKey.generate(new SecureRandom()), "https://cam.example.org");
        Matcher header = FORM.matcher(key.authorization(URI.create("https://push.example.org:8443/a/secret"), 5_000));
        assertThat(header.matches()).isTrue();
        assertThat(header.group(5)).isEqualTo(key.publicKey());
        assertThat(json(header.group(2))).isEqualTo(new JsonObject("{\"typ\":\"JWT\",\"alg\":\"ES256\"}"));
        assertThat(json(header.group(3)))
                .isEqualTo(new JsonObject()
                        .put("aud", "https://push.example.org:8443")
                        .put("exp", 5 + VapidKey.LIFE.toSeconds())
                        .put("sub", "https://cam.example.org"));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.decode(Base64.getUrlDecoder().decode(key.publicKey())));
        signature.update(header.group(1).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(header.group(4))))
                .isTrue();
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
