package dev.fanlight.relay.gateway.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.rtsp.RtspRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RtspCredentialsTest {

    @Test
    void theKeyIsInTheAddressWherePlayersPutSlashesBehindIt() {
        for (String uri : new String[] {"rtsp://h:8554/front?key=k", "rtsp://h:8554/front/?key=k/", "/front?x=1&key=k"}) {
            RtspCredentials shown = of(uri, Map.of());
            assertThat(shown.camera()).as(uri).isEqualTo("front");
            assertThat(shown.credentials().key()).as(uri).contains("k");
            assertThat(shown.byPassword()).isFalse();
        }
        assertThat(of("rtsp://h:8554/front/?key=k", Map.of()).address()).isEqualTo("rtsp://h:8554/front");
    }

    @Test
    void otherwiseItIsThePasswordOfAnyUser() {
        assertThat(basic("viewer:a:b").credentials().key()).contains("a:b");
        assertThat(basic(":k").credentials().key()).contains("k");
        assertThat(basic("nothing").credentials().key()).isEmpty();
        for (String header : new String[] {"Basic", "Basic ***", "Digest username=x", ""}) {
            assertThat(of("rtsp://h/front", Map.of("authorization", header))
                            .credentials()
                            .key())
                    .as(header)
                    .isEmpty();
        }
    }

    @Test
    void anyAddressIsRead() {
        assertThat(of("*", Map.of()).camera()).isEmpty();
        assertThat(of("rtsp://h", Map.of()).camera()).isEmpty();
        assertThat(of("://", Map.of()).camera()).isEmpty();
        assertThat(of("rtsp://h/a/b", Map.of()).camera()).isEqualTo("a/b");
    }

    @Test
    void itIsNotShownInTexts() {
        assertThat(of("rtsp://h/front?key=secret", Map.of()).toString()).doesNotContain("secret");
    }

    private static RtspCredentials basic(String pair) {
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return of("rtsp://h/front", Map.of("authorization", "basic " + encoded));
    }

    private static RtspCredentials of(String uri, Map<String, String> headers) {
        return RtspCredentials.of(new RtspRequest("DESCRIBE", uri, "RTSP/1.0", headers));
    }
}
