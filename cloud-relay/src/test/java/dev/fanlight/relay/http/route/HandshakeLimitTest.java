package dev.fanlight.relay.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.http.listen.HandshakeLimit;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class HandshakeLimitTest {

    private final HandshakeLimit limit = new HandshakeLimit(2);
    private final Channel first = new EmbeddedChannel();
    private final Channel second = new EmbeddedChannel();
    private final Channel third = new EmbeddedChannel();

    @Test
    void oldestHandshakeMakesPlaceForANewOne() {
        limit.began(first);
        limit.began(second);
        assertThat(first.isOpen()).isTrue();
        limit.began(third);
        assertThat(first.isOpen()).isFalse();
        assertThat(second.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
        assertThat(limit.size()).isEqualTo(2);
    }

    @Test
    void whoIsThroughIsLeftAlone() {
        limit.began(first);
        limit.ended(first);
        limit.began(second);
        limit.began(third);
        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isTrue();
    }
}
