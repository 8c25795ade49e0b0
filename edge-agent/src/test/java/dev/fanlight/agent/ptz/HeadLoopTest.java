package dev.fanlight.agent.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.testing.OnvifTestDevice;
import dev.fanlight.agent.testing.OnvifTestDevice.Login;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadCommand.GoToPreset;
import dev.fanlight.media.ptz.HeadCommand.ListPresets;
import dev.fanlight.media.ptz.HeadCommand.Move;
import dev.fanlight.media.ptz.HeadPreset;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.media.ptz.HeadVelocity;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands to a device that checks the login, over real HTTP. */
class HeadLoopTest {

    private static final String FAULT =
            "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body><e:Fault><e:Code>"
                    + "<e:Value>e:Sender</e:Value></e:Code><e:Reason><e:Text>No such preset</e:Text></e:Reason></e:Fault>"
                    + "</e:Body></e:Envelope>";

    private final List<Boolean> available = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final HeadQueue queue = new HeadQueue();
    private Optional<LoopRunner> running = Optional.empty();

    @AfterEach
    void stop() {
        running.ifPresent(LoopRunner::close);
        assertThat(failures).isEmpty();
    }

    private OnvifTestDevice start(String maker) {
        OnvifTestDevice device = new OnvifTestDevice(maker, Login.USERNAME_TOKEN, Duration.ofMinutes(-37));
        OnvifHead head = new OnvifHead(
                OnvifNetwork.system(),
                OnvifAddress.parse(device.authority()),
                Optional.of(new CameraLogin(OnvifTestDevice.USER, OnvifTestDevice.PASSWORD)));
        running = Optional.of(LoopRunner.start(
                new HeadLoop(queue, head, NanoClock.SYSTEM, available::add, notices::add), failures::add));
        return device;
    }

    private HeadAnswer ask(HeadCommand command) {
        CompletableFuture<HeadAnswer> answer = new CompletableFuture<>();
        queue.command(command, answer::complete);
        return answer.join();
    }

    private void listWhile(AtomicBoolean wanted) {
        queue.command(new ListPresets(), answer -> {
            if (wanted.get()) {
                listWhile(wanted);
            }
        });
    }

    private static Move left(Duration length) {
        return new Move(new HeadVelocity(-0.5, 0, 0), length);
    }

    private static long count(OnvifTestDevice device, String operation) {
        return device.requests.stream()
                .filter(body -> body.contains("<" + operation + " "))
                .count();
    }

    @Test
    void aMovementIsStoppedWhenItsTimeIsOverThoughTheCameraIgnoresItsOwnLimit() {
        try (OnvifTestDevice device = start("hikvision")) {
            assertThat(ask(left(Duration.ofMillis(50))).result()).isEqualTo(HeadResult.DONE);
            assertThat(available).containsExactly(true);
            Await.until("the stop", () -> count(device, "Stop") == 1);
            assertThat(device.requests).anyMatch(body -> body.contains("x=\"-0.5\" y=\"0.0\""));
        }
    }

    @Test
    void thePresetsAreListedAndReached() {
        try (OnvifTestDevice device = start("hikvision")) {
            assertThat(ask(new ListPresets()).presets())
                    .containsExactly(new HeadPreset("1", "Gate"), new HeadPreset("2", "Yard & shed"));
            assertThat(ask(new GoToPreset("2")).result()).isEqualTo(HeadResult.DONE);
            assertThat(count(device, "GotoPreset")).isEqualTo(1);
        }
    }

    @Test
    void whatTheCameraRefusesIsSaidAndTheHeadStaysAvailable() {
        try (OnvifTestDevice device = start("hikvision")) {
            device.answer("GotoPreset", FAULT);
            assertThat(ask(new GoToPreset("9")).result()).isEqualTo(HeadResult.REFUSED);
            assertThat(available).containsExactly(true);
        }
    }

    @Test
    void aMovementIsStoppedThoughTheCameraRefusesTheCommandAfterIt() {
        try (OnvifTestDevice device = start("hikvision")) {
            device.answer("GotoPreset", FAULT);
            assertThat(ask(left(HeadCommand.MAX_MOVE)).result()).isEqualTo(HeadResult.DONE);
            assertThat(ask(new GoToPreset("9")).result()).isEqualTo(HeadResult.REFUSED);
            Await.until("the stop", () -> count(device, "Stop") == 1);
        }
    }

    @Test
    void aStopThatIsLostIsRepeated() {
        try (OnvifTestDevice device = start("hikvision")) {
            device.loseAnswer("Stop");
            assertThat(ask(left(Duration.ofMillis(50))).result()).isEqualTo(HeadResult.DONE);
            Await.until("the second stop", () -> count(device, "Stop") == 2);
            assertThat(available).containsExactly(true, false, true);
        }
    }

    @Test
    void aMovementWhoseAnswerIsLostIsStopped() {
        try (OnvifTestDevice device = start("hikvision")) {
            device.loseAnswer("ContinuousMove");
            assertThat(ask(left(Duration.ofMillis(50))).result()).isEqualTo(HeadResult.UNAVAILABLE);
            Await.until("the stop", () -> count(device, "Stop") == 1);
        }
    }

    @Test
    void listsThatWaitDoNotDelayTheStop() {
        try (OnvifTestDevice device = start("hikvision")) {
            AtomicBoolean listing = new AtomicBoolean(true);
            listWhile(listing);
            assertThat(ask(left(Duration.ofMillis(1))).result()).isEqualTo(HeadResult.DONE);
            Await.until("the stop", () -> count(device, "Stop") == 1);
            listing.set(false);
        }
    }

    @Test
    void aPauseStopsAHeadThatMoves() {
        try (OnvifTestDevice device = start("hikvision")) {
            ask(left(HeadCommand.MAX_MOVE));
            queue.pause(true);
            Await.until("the stop", () -> count(device, "Stop") == 1);
            assertThat(ask(left(HeadCommand.MAX_MOVE)).result()).isEqualTo(HeadResult.PAUSED);
            assertThat(count(device, "ContinuousMove")).isEqualTo(1);
        }
    }

    @Test
    void aHeadThatIsGoneIsUnavailableAndThatIsSaidOnce() {
        OnvifTestDevice device = start("hikvision");
        assertThat(ask(new ListPresets()).result()).isEqualTo(HeadResult.DONE);
        device.close();
        assertThat(ask(left(HeadCommand.MAX_MOVE)).result()).isEqualTo(HeadResult.UNAVAILABLE);
        assertThat(ask(left(HeadCommand.MAX_MOVE)).result()).isEqualTo(HeadResult.UNAVAILABLE);
        assertThat(available).containsExactly(true, false);
        assertThat(notices).singleElement().asString().startsWith("Viewers cannot move the camera. ");
    }

    @Test
    void aCameraWithoutAHeadIsNeverAvailable() {
        try (OnvifTestDevice device = start("dahua")) {
            assertThat(ask(left(HeadCommand.MAX_MOVE)).result()).isEqualTo(HeadResult.UNAVAILABLE);
            assertThat(available).isEmpty();
            assertThat(notices).singleElement().asString().contains(device.authority(), "no head that moves");
        }
    }
}
