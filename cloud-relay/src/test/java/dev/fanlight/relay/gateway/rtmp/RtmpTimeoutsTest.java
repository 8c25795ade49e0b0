package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.testing.DocumentedTimeouts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RtmpTimeoutsTest {

    @Test
    void theDocumentListsThem() throws IOException {
        DocumentedTimeouts.assertDocumented(RtmpTimeouts.STANDARD);
    }
}
