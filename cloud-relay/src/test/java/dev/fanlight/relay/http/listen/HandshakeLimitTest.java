package dev.fanlight.relay.http.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.runtime.NanoClock;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakeLimitTest {

    private static final AddressKey FLOODER = new AddressKey(false, 0x7f000001);
    private static final AddressKey CLIENT = new AddressKey(false, 0x7f000002);

    private final RelayCounters counters = new RelayCounters();
    private final HandshakeLimit limit = new HandshakeLimit(2, counters, new ErrorLog(NanoClock.SYSTEM));
    private final Channel first = new EmbeddedChannel();
    private final Channel second = new EmbeddedChannel();
    private final Channel third = new EmbeddedChannel();

    @Test
    void oldestHandshakeOfAnAddressMakesPlaceForANewOneOfIt() {
        limit.began(first, FLOODER);
        limit.began(second, FLOODER);
        assertThat(first.isOpen()).isTrue();
        limit.began(third, FLOODER);

        assertThat(first.isOpen()).isFalse();
        assertThat(second.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
        assertThat(limit.size()).isEqualTo(2);
        assertThat(counters.get(RelayCounter.HANDSHAKES_EVICTED)).isEqualTo(1);
    }

    @Test
    void slowHandshakeStaysHoweverManyAnotherAddressBegins() {
        limit.began(first, CLIENT);
        List<Channel> flood = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Channel channel = new EmbeddedChannel();
            flood.add(channel);
            limit.began(channel, FLOODER);
        }

        assertThat(first.isOpen()).isTrue();
        assertThat(flood.stream().filter(Channel::isOpen)).hasSize(1);
    }

    @Test
    void finishedHandshakeTakesNoPlace() {
        limit.began(first, FLOODER);
        limit.ended(first);
        limit.began(second, FLOODER);
        limit.began(third, FLOODER);

        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isTrue();
    }
}
