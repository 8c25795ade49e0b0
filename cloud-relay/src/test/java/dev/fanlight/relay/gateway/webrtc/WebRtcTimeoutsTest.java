package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.testing.DocumentedTimeouts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WebRtcTimeoutsTest {

    @Test
    void theDocumentListsThem() throws IOException {
        DocumentedTimeouts.assertDocumented(WebRtcTimeouts.STANDARD);
    }
}
