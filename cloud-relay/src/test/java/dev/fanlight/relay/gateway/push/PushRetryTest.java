package dev.fanlight.relay.gateway.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PushRetryTest {

    @Test
    void eachFailureWaitsTwiceAsLongUpToAMinute() {
        PushRetry retry = new PushRetry(PushTimeouts.STANDARD);
        assertThat(Stream.generate(retry::failed).limit(8).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        Stream.generate(retry::failed)
                .limit(100)
                .forEach(wait -> assertThat(wait).isEqualTo(Duration.ofSeconds(60)));
        retry.worked();
        assertThat(retry.failed()).isEqualTo(Duration.ofSeconds(1));
    }
}
