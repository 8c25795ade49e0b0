package dev.fanlight.relay.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenCallsTest {

    private final OpenCalls calls = new OpenCalls(1, 1);

    @Test
    void callThatWaitedAsideGoesOnWhateverTheLimit() {
        assertThat(calls.begin(false)).isTrue();
        calls.end();
        assertThat(calls.begin(false)).isTrue();
        assertThat(calls.resume()).isTrue();
        assertThat(calls.begin(false)).isFalse();
    }

    @Test
    void callThatWaitedAsideWhileTheOthersEndedDoesNotGoOn() throws InterruptedException {
        assertThat(calls.begin(false)).isTrue();
        calls.end();
        assertThat(calls.close(Duration.ZERO)).isTrue();
        assertThat(calls.resume()).isFalse();
        assertThat(calls.begin(false)).isFalse();
    }

    @Test
    void callsOfLowPriorityLeavePlacesToOthers() {
        OpenCalls shared = new OpenCalls(2, 1);
        assertThat(shared.begin(true)).isTrue();
        assertThat(shared.begin(true)).isFalse();
        assertThat(shared.begin(false)).isTrue();
        assertThat(shared.begin(false)).isFalse();
    }
}
