package dev.fanlight.relay.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.testing.DocumentedTimeouts;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayTimeoutsTest {

    private static final RelayTimeouts STANDARD = RelayTimeouts.STANDARD;

    @Test
    void documentListsThemAll() throws IOException {
        DocumentedTimeouts.assertDocumented(STANDARD);
    }

    @Test
    void clientThatAsksForNothingIsDisconnectedWithin15Seconds() {
        assertThat(STANDARD.connections()
                        .handshake()
                        .plus(STANDARD.connections().request()))
                .isLessThanOrEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void socketsMayBeSilentForLessTimeThanIdleConnections() {
        assertThat(STANDARD.connections().idle())
                .isGreaterThan(STANDARD.agents().silence())
                .isGreaterThan(STANDARD.viewers().silence());
    }

    @Test
    void goodbyeIsAnsweredOrCutAndTheStoreWaitedForBeforeTheRelayHasToEnd() {
        RelayTimeouts.Stop stop = STANDARD.stop();
        assertThat(stop.goodbye()).isGreaterThan(STANDARD.connections().close());
        assertThat(stop.goodbye().plus(stop.store())).isLessThan(stop.total());
    }
}
