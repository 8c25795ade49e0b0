package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.testing.CollectedMedia;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendGateTest {

    private static final int MAIN = Rendition.MAIN.track();

    private final ManualTime time = new ManualTime();
    private final CollectedMedia media = new CollectedMedia();
    private final List<Boolean> sending = new ArrayList<>();
    private final StillTimer stills = new StillTimer(Duration.ofMinutes(1), time);
    private CameraDemand demand = new CameraDemand(RunMode.ALWAYS, Duration.ofSeconds(20), time);

    private SendGate gate(RunMode mode) {
        demand = new CameraDemand(mode, Duration.ofSeconds(20), time);
        SendGate gate = new SendGate(mode, demand, stills, media, new Recorded());
        gate.begin(MediaKind.VIDEO, List.of(TestFormats.baseline().track(Rendition.MAIN)));
        return gate;
    }

    private static AccessUnit unit(boolean key) {
        return new AccessUnit(MediaKind.VIDEO, key, false, 1, 0, Payload.copyOf(new byte[] {0, 0, 0, 1, 5}));
    }

    @Test
    void nothingOfACameraThatIsAlwaysOnIsSentWithoutReaders() {
        SendGate gate = gate(RunMode.ALWAYS);
        gate.accept(MAIN, unit(true));
        gate.accept(MAIN, unit(false));
        assertThat(media.announced).isEmpty();
        assertThat(media.encoded).isEmpty();
    }

    @Test
    void withTheFirstReaderAnEpochBeginsAndWithTheLastOneItEnds() {
        SendGate gate = gate(RunMode.ALWAYS);
        demand.readers(1);
        gate.accept(MAIN, unit(true));
        gate.accept(MAIN, unit(false));
        demand.readers(0);
        gate.accept(MAIN, unit(false));
        assertThat(media.announced).hasSize(1);
        assertThat(media.encoded).hasSize(2);
        assertThat(sending).containsExactly(true, false);
        demand.readers(1);
        gate.accept(MAIN, unit(true));
        assertThat(media.announced).hasSize(2);
    }

    @Test
    void aStillIsOneKeyFrameWhenOneIsDueAndARelayIsThere() {
        SendGate gate = gate(RunMode.ALWAYS);
        gate.accept(MAIN, unit(true));
        assertThat(media.encoded).isEmpty();
        stills.connected();
        gate.accept(MAIN, unit(false));
        gate.accept(MAIN, unit(true));
        gate.accept(MAIN, unit(true));
        assertThat(media.encoded).hasSize(1);
        time.advance(Duration.ofMinutes(1));
        gate.accept(MAIN, unit(true));
        assertThat(media.encoded).hasSize(2);
        assertThat(sending).isEmpty();
    }

    @Test
    void whatWasUnderWayWhenPeoplePausedTheCameraIsNotSent() {
        SendGate gate = gate(RunMode.ON_DEMAND);
        demand.readers(1);
        gate.accept(MAIN, unit(true));
        demand.pause(true);
        gate.accept(MAIN, unit(true));
        assertThat(media.encoded).hasSize(1);
        demand.pause(false);
        gate.accept(MAIN, unit(true));
        assertThat(media.encoded).hasSize(2);
    }

    private final class Recorded implements SourceListener {

        @Override
        public void sending(boolean sends) {
            sending.add(sends);
        }

        @Override
        public void asleep() {}

        @Override
        public void starting() {}

        @Override
        public void live(String description) {}

        @Override
        public void notice(String sentence) {}

        @Override
        public void failed(SourceException cause, boolean everLive) {}
    }
}
