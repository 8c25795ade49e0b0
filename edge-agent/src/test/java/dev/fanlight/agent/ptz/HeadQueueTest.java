package dev.fanlight.agent.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadCommand.GoToPreset;
import dev.fanlight.media.ptz.HeadCommand.ListPresets;
import dev.fanlight.media.ptz.HeadCommand.Move;
import dev.fanlight.media.ptz.HeadCommand.Stop;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.media.ptz.HeadVelocity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadQueueTest {

    private static final HeadCommand LEFT = new Move(new HeadVelocity(-1, 0, 0), Duration.ofSeconds(1));

    private final HeadQueue queue = new HeadQueue();
    private final List<String> answers = new ArrayList<>();

    private void command(String name, HeadCommand command) {
        queue.command(command, answer -> answers.add(name + " " + answer.result()));
    }

    private HeadCommand next() throws InterruptedException {
        return queue.poll(0).orElseThrow().command();
    }

    @Test
    void theNewestCommandReplacesOneThatHasNotHadItsTurn() throws InterruptedException {
        command("left", LEFT);
        command("gate", new GoToPreset("1"));
        command("stop", new Stop());
        assertThat(answers).containsExactly("left REPLACED", "gate REPLACED");
        assertThat(next()).isEqualTo(new Stop());
        assertThat(queue.poll(0)).isEmpty();
    }

    @Test
    void aMovementDoesNotWaitForLists() throws InterruptedException {
        command("list", new ListPresets());
        command("left", LEFT);
        assertThat(next()).isEqualTo(LEFT);
        assertThat(next()).isEqualTo(new ListPresets());
    }

    @Test
    void onlySoManyListsWait() {
        IntStream.rangeClosed(0, HeadQueue.MAX_LISTS).forEach(i -> command("list" + i, new ListPresets()));
        assertThat(answers).containsExactly("list" + HeadQueue.MAX_LISTS + " TOO_FAST");
    }

    @Test
    void aPauseStopsTheHeadAndRefusesWhatWaitsAndWhatComes() throws InterruptedException {
        command("list", new ListPresets());
        command("left", LEFT);
        queue.pause(true);
        command("right", LEFT);
        assertThat(answers).containsExactly("left PAUSED", "list PAUSED", "right PAUSED");
        assertThat(next()).isEqualTo(new Stop());
        queue.pause(false);
        command("left", LEFT);
        assertThat(next()).isEqualTo(LEFT);
    }

    @Test
    void aHeadThatIsOffRefusesEverything() {
        HeadPort.OFF.command(new Stop(), answer -> answers.add("stop " + answer.result()));
        assertThat(answers).containsExactly("stop " + HeadResult.OFF);
    }
}
