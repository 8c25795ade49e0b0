package dev.fanlight.relay.gateway.push;

import dev.fanlight.testing.DocumentedTimeouts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PushTimeoutsTest {

    @Test
    void theDocumentListsThem() throws IOException {
        DocumentedTimeouts.assertDocumented(PushTimeouts.STANDARD);
    }
}
