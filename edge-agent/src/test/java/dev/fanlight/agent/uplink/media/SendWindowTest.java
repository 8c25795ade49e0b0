package dev.fanlight.agent.uplink.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendWindowTest {

    private static final long MS = Duration.ofMillis(1).toNanos();

    private final SendWindow window = new SendWindow();

    @Test
    void oldUnacknowledgedFramesCloseItAndTheirAcknowledgementOpensIt() {
        window.sent(0, 0, 1000, 0);
        assertThat(window.isOpen(2000 * MS)).isTrue();
        assertThat(window.isOpen(2001 * MS)).isFalse();
        window.acknowledged(0, 0, 2001 * MS);
        assertThat(window.isOpen(2001 * MS)).isTrue();
    }

    @Test
    void bytesOnTheirWayCloseIt() {
        window.sent(0, 0, SendWindow.MAX_BYTES, 0);
        assertThat(window.isOpen(0)).isFalse();
        window.acknowledged(0, 0, MS);
        assertThat(window.isOpen(MS)).isTrue();
    }

    @Test
    void anAcknowledgementCoversAllBeforeIt() {
        for (int i = 0; i < 10; i++) {
            window.sent(0, i, 10, i * MS);
        }
        window.acknowledged(0, 8, 100 * MS);
        assertThat(window.oldestNanos(100 * MS)).isEqualTo(91 * MS);
    }

    @Test
    void tracksAreDistinguishedThoughTheyTravelOneAfterAnother() {
        window.sent(0, 7, 10, 0);
        window.sent(1, 3, 10, 20 * MS);
        window.sent(0, 8, 10, 30 * MS);
        window.acknowledged(1, 7, 50 * MS);
        assertThat(window.oldestNanos(50 * MS)).isEqualTo(50 * MS);
        window.acknowledged(1, 3, 60 * MS);
        assertThat(window.oldestNanos(60 * MS)).isEqualTo(30 * MS);
    }

    @Test
    void anAcknowledgementOfSomethingNeverSentIsIgnored() {
        window.sent(0, 5, 10, 0);
        window.acknowledged(0, 4_000_000_000L, MS);
        window.acknowledged(0, 4, MS);
        assertThat(window.oldestNanos(10 * MS)).isEqualTo(10 * MS);
    }

    @Test
    void theWayItselfIsNoDelay() {
        window.sent(0, 0, 10, 0);
        window.acknowledged(0, 0, 80 * MS);
        window.sent(0, 1, 10, 100 * MS);
        assertThat(window.delayNanos(170 * MS)).isZero();
        assertThat(window.delayNanos(380 * MS)).isEqualTo(200 * MS);
    }

    @Test
    void aRelayThatNeverAcknowledgesCannotMakeItGrow() {
        int sent = 0;
        while (window.isOpen(0) && sent < 100_000) {
            window.sent(0, sent++, 1, 0);
        }
        assertThat(sent).isEqualTo(512);
    }
}
