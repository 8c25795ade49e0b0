package dev.fanlight.relay.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenCallsTest {

    private final OpenCalls calls = new OpenCalls(1);

    @Test
    void callThatWaitedAsideGoesOnWhateverTheLimit() {
        assertThat(calls.begin()).isTrue();
        calls.end();
        assertThat(calls.begin()).isTrue();
        assertThat(calls.resume()).isTrue();
        assertThat(calls.begin()).isFalse();
    }

    @Test
    void callThatWaitedAsideWhileTheOthersEndedDoesNotGoOn() throws InterruptedException {
        assertThat(calls.begin()).isTrue();
        calls.end();
        assertThat(calls.close(Duration.ZERO)).isTrue();
        assertThat(calls.resume()).isFalse();
        assertThat(calls.begin()).isFalse();
    }
}
