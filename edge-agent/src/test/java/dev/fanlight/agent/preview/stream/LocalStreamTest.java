package dev.fanlight.agent.preview.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.NoControl;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.JpegConfig;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.player.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LocalStreamTest {

    private static final int AUDIO = 2;

    private final List<String> demands = new ArrayList<>();
    private final LocalStream stream = new LocalStream(new Camera(), 0);

    private final class Camera extends NoControl {

        @Override
        public void demand(int readers, Set<Integer> tracks) {
            demands.add(readers + " " + new TreeSet<>(tracks));
        }
    }

    private static final class Viewer implements StreamReader {

        private final List<Stream> states = new ArrayList<>();
        private int ends;
        private int units;

        @Override
        public void control(ToPlayer message) {
            if (message instanceof Stream state) {
                states.add(state);
            }
        }

        @Override
        public void media(MediaMessage message) {
            units++;
        }

        @Override
        public void ended() {
            ends++;
        }
    }

    private void begin() {
        stream.begin(MediaKind.VIDEO, List.of(Track.of(0, Track.MAIN, new JpegConfig(), VideoShape.of(16, 16))));
    }

    @Test
    void soundThatIsAnnouncedAfterTheViewerHasComeIsDemandedToo() {
        stream.join(new Viewer());
        begin();
        stream.begin(MediaKind.AUDIO, List.of(TestFormats.opus(AUDIO)));
        assertThat(demands).endsWith("1 [0, 2]");
    }

    @Test
    void viewersLearnThatTheCameraIsPausedWhyAndThatItIsNoMore() {
        Viewer viewer = new Viewer();
        stream.pause(Optional.of(CameraPause.byPeople("visitors")));
        stream.join(viewer);
        stream.state(StreamState.ASLEEP);
        stream.pause(Optional.empty());
        assertThat(viewer.states)
                .extracting(Stream::state)
                .containsExactly(StreamState.PAUSED, StreamState.PAUSED, StreamState.ASLEEP);
        assertThat(viewer.states.get(0).pause()).contains(CameraPause.byPeople("visitors"));
    }

    @Test
    void theViewersOfACameraThatIsShownNoMoreGoAndNoOtherIsAdmitted() {
        Viewer viewer = new Viewer();
        stream.join(viewer);
        stream.end();
        assertThat(viewer.ends).isEqualTo(1);
        assertThat(demands).endsWith("0 []");
        assertThat(stream.join(new Viewer())).isFalse();
    }

    @Test
    void oneViewerTooManyIsNotAdmittedUntilAnotherHasLeft() {
        Viewer first = new Viewer();
        assertThat(stream.join(first)).isTrue();
        for (int i = 1; i < LocalStream.MAX_VIEWERS; i++) {
            assertThat(stream.join(new Viewer())).isTrue();
        }
        assertThat(stream.join(new Viewer())).isFalse();
        stream.leave(first);
        assertThat(stream.join(new Viewer())).isTrue();
    }

    @Test
    void aStillForARelayIsNotKeptForViewersWhoComeLater() {
        begin();
        stream.accept(0, new AccessUnit(MediaKind.VIDEO, true, false, 1, 0, Payload.copyOf(new byte[1])));
        Viewer viewer = new Viewer();
        stream.join(viewer);
        assertThat(viewer.units).isZero();
        stream.state(StreamState.STARTING);
        stream.accept(0, new AccessUnit(MediaKind.VIDEO, true, false, 2, 0, Payload.copyOf(new byte[1])));
        assertThat(viewer.units).isEqualTo(1);
    }
}
