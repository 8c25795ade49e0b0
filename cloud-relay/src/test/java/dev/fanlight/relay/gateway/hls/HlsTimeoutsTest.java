package dev.fanlight.relay.gateway.hls;

import dev.fanlight.testing.DocumentedTimeouts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HlsTimeoutsTest {

    @Test
    void theDocumentListsThem() throws IOException {
        DocumentedTimeouts.assertDocumented(HlsTimeouts.STANDARD);
    }
}
