package dev.fanlight.relay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventsTest {

    private int count;
    private final Events events = new Events(() -> "id" + count++, () -> 1_700_000_000_000L);

    @Test
    void subscribersReceiveWhatHappensInOrderUntilTheyEndThat() {
        List<String> received = new ArrayList<>();
        Runnable end = events.subscribe(Optional.empty(), event -> received.add(event.id()));
        happen(2);
        end.run();
        happen(1);
        assertThat(received).containsExactly("id0", "id1");
    }

    @Test
    void aSubscriberGoesOnAfterTheLastEventItHasSeen() {
        happen(3);
        List<String> received = new ArrayList<>();
        Runnable end = events.subscribe(Optional.of("id0"), event -> received.add(event.id()));
        happen(1);
        end.run();
        assertThat(received).containsExactly("id1", "id2", "id3");
    }

    @Test
    void theNewestAreKept() {
        happen(Events.MAX_RECENT + 5);
        assertThat(events.recent()).hasSize(Events.MAX_RECENT);
        assertThat(events.recent().get(0).id()).isEqualTo("id5");
    }

    @Test
    void anEventIsTheSameJsonForAllPrograms() {
        events.publish(EventType.LINK_USED, new CameraName("front"), Map.of("link", "abc", "label", "Anna"));
        assertThat(events.recent().get(0).json().encode())
                .isEqualTo("{\"id\":\"id0\",\"type\":\"link_used\",\"time\":1700000000000,\"camera\":\"front\","
                        + "\"data\":{\"label\":\"Anna\",\"link\":\"abc\"}}");
    }

    private void happen(int times) {
        for (int i = 0; i < times; i++) {
            events.publish(EventType.ALARM, Optional.empty(), Map.of());
        }
    }
}
