package dev.fanlight.relay.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTest {

    private final Talk talk = new Talk();

    @Test
    void asksOftenAtFirstAndAcknowledgesWithEachQuestion() {
        List<Integer> asked = new ArrayList<>();
        List<Integer> acknowledged = new ArrayList<>();
        for (int second = 0; second <= 20; second++) {
            talk.turn();
            if (talk.asks()) {
                asked.add(second);
            }
            if (talk.isDue()) {
                acknowledged.add(second);
            }
            talk.said();
        }
        assertThat(asked).containsExactly(0, 2, 4, 6, 10, 20);
        assertThat(acknowledged).containsExactly(0, 2, 4, 5, 6, 10, 15, 20);
    }

    @Test
    void whatIsDueStaysDueUntilItIsSaid() {
        talk.turn();
        talk.turn();
        assertThat(talk.asks()).isTrue();
        assertThat(talk.isDue()).isTrue();
        talk.said();
        assertThat(talk.asks()).isFalse();
        assertThat(talk.isDue()).isFalse();
    }
}
