package dev.fanlight.agent.config;

import dev.fanlight.testing.DocumentedTimeouts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AgentTimeoutsTest {

    @Test
    void documentListsThemAll() throws IOException {
        DocumentedTimeouts.assertDocumented(AgentTimeouts.STANDARD);
    }
}
