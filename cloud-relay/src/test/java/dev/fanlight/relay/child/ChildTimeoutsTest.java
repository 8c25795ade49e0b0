package dev.fanlight.relay.child;

import dev.fanlight.testing.DocumentedTimeouts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChildTimeoutsTest {

    @Test
    void theDocumentListsThem() throws IOException {
        DocumentedTimeouts.assertDocumented(ChildTimeouts.STANDARD);
    }
}
