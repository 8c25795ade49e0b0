package dev.fanlight.relay.gateway.still;

import dev.fanlight.testing.DocumentedTimeouts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StillTimeoutsTest {

    @Test
    void theDocumentListsThem() throws IOException {
        DocumentedTimeouts.assertDocumented(StillTimeouts.STANDARD);
    }
}
