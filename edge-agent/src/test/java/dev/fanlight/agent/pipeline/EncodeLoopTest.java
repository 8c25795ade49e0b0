package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.testing.CollectedMedia;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncodeLoopTest {

    private static final int MAIN = Rendition.MAIN.track();
    private static final int LOW = Rendition.LOW.track();

    private final ManualTime time = new ManualTime();
    private final List<String> events = new ArrayList<>();
    private final CollectedMedia media = new CollectedMedia();
    private final NativeFramePool pool = new NativeFramePool(9);
    private final FrameQueue queue = new FrameQueue(9);
    private final EncoderControl main = new EncoderControl(time, 1000);
    private final EncoderControl low = new EncoderControl(time, 100);
    private final EncoderControl small = new EncoderControl(time, 100);
    private final TrackDemand demand = new TrackDemand(time);
    private boolean smallOnly;
    private final EncodeLoop loop = new EncodeLoop(
            queue,
            List.of(
                    new RenditionEncoder(Rendition.MAIN, opener("main", 30), main),
                    new RenditionEncoder(Rendition.LOW, opener("low", 15), low)),
            new RenditionEncoder(Rendition.MAIN, opener("small", 15), small),
            () -> smallOnly,
            demand,
            media);

    private double capturedFps = 30;
    private boolean hasLow = true;
    private boolean failing;
    private long micros;

    private EncoderOpener opener(String name, double fps) {
        return frames -> {
            if (name.equals("low") && !hasLow) {
                return Optional.empty();
            }
            events.add("open " + name + " " + frames.opening());
            return Optional.of(new Encoder(name, Math.min(fps, frames.fps())));
        };
    }

    private void encode(long opening) throws Exception {
        micros += Math.round(1_000_000 / capturedFps);
        queue.put(pool.acquire(new FrameFormat(new FrameSize(2, 2), capturedFps, opening), micros));
        assertThat(loop.doWork()).isTrue();
    }

    private void encode(long opening, int frames) throws Exception {
        for (int i = 0; i < frames; i++) {
            encode(opening);
        }
    }

    @Test
    void inThePlaceOfTheMainRenditionTheSmallOneIsAnnouncedAsMain() throws Exception {
        encode(0, 2);
        smallOnly = true;
        encode(0, 2);
        smallOnly = false;
        encode(0, 1);
        assertThat(media.announced).hasSize(3);
        assertThat(media.announced.get(1)).extracting(Track::id).containsExactly(MAIN);
        assertThat(events).containsSubsequence("open main 0", "main", "open small 0", "small", "open main 0", "main");
        assertThat(media.encoded).allMatch(one -> one.track() == MAIN);
    }

    @Test
    void eachLevelEncodesFewerFrames() throws Exception {
        capturedFps = 60;
        encode(0, 60);
        assertThat(media.units(MAIN)).hasSize(30);
        main.level(SendLevel.HALF_RATE);
        encode(0, 60);
        assertThat(media.units(MAIN)).hasSizeBetween(45, 46);
        main.level(SendLevel.KEY_FRAMES);
        encode(0, 121);
        assertThat(media.units(MAIN)).hasSizeBetween(48, 50);
    }

    @Test
    void eachOpeningOfTheSourceAnnouncesAllRenditionsOfItsFrames() throws Exception {
        encode(0, 2);
        hasLow = false;
        encode(1);
        loop.onClose();
        assertThat(media.announced).hasSize(2);
        assertThat(media.announced.get(0)).extracting(Track::id).containsExactly(MAIN, LOW);
        assertThat(media.announced.get(1)).extracting(Track::id).containsExactly(MAIN);
        assertThat(events)
                .containsExactly(
                        "open main 0",
                        "open low 0",
                        "main",
                        "close low",
                        "main",
                        "close main",
                        "open main 1",
                        "main",
                        "close main");
    }

    @Test
    void onlyWhatIsDemandedIsEncodedAndTheOtherEncoderIsClosedAfterItsLinger() throws Exception {
        demand.demand(Set.of(MAIN, LOW));
        encode(0, 2);
        demand.demand(Set.of(LOW));
        time.advance(TrackDemand.LINGER.minusMillis(1));
        encode(0, 2);
        assertThat(media.units(MAIN)).hasSize(4);
        time.advance(Duration.ofMillis(1));
        encode(0, 2);
        assertThat(media.units(MAIN)).hasSize(4);
        assertThat(media.units(LOW)).hasSize(3);
        assertThat(events.stream().filter(event -> event.startsWith("close"))).containsExactly("close main");
    }

    @Test
    void aRenditionThatIsDemandedAgainHasANewEncoderInTheSameEpoch() throws Exception {
        encode(0);
        events.clear();
        demand.demand(Set.of(MAIN, LOW));
        encode(0, 2);
        assertThat(events).containsExactly("main", "open low 0", "low", "main");
        assertThat(media.announced).hasSize(1);
    }

    @Test
    void ofEachFrameTheMainRenditionIsPassedOnBeforeTheSmallOneIsEncoded() throws Exception {
        demand.demand(Set.of(MAIN, LOW));
        encode(0, 3);
        assertThat(media.encoded).extracting(CollectedMedia.Encoded::track).containsExactly(MAIN, LOW, MAIN, MAIN, LOW);
        assertThat(media.encoded.get(1).unit().captureMicros())
                .isEqualTo(media.encoded.get(0).unit().captureMicros());
    }

    @Test
    void framesAreDroppedEvenlyWhereARenditionHasALowerRate() throws Exception {
        demand.demand(Set.of(LOW));
        time.advance(TrackDemand.LINGER);
        encode(0, 60);
        List<AccessUnit> units = media.units(LOW);
        assertThat(units).hasSize(30);
        for (int i = 1; i < units.size(); i++) {
            assertThat(units.get(i).captureMicros() - units.get(i - 1).captureMicros())
                    .isEqualTo(66_666);
        }
    }

    @Test
    void jitteringFramesAreAllUsedWhereARenditionHasTheSameRate() throws Exception {
        capturedFps = 15;
        demand.demand(Set.of(LOW));
        time.advance(TrackDemand.LINGER);
        for (int i = 0; i < 20; i++) {
            micros += i % 2 == 0 ? 40_000 : -40_000;
            encode(0);
        }
        assertThat(media.units(LOW)).hasSize(20);
    }

    @Test
    void demandForATrackThatIsNotAnnouncedIsDemandForTheMainRendition() throws Exception {
        hasLow = false;
        demand.demand(Set.of(LOW));
        time.advance(TrackDemand.LINGER);
        encode(0, 3);
        assertThat(media.units(MAIN)).hasSize(3);
    }

    @Test
    void anEncoderThatFailsIsOpenedAgainAndItsTracksAnnounced() throws Exception {
        encode(0);
        failing = true;
        encode(0);
        failing = false;
        events.clear();
        encode(0);
        assertThat(events).containsExactly("open main 0", "open low 0", "main", "close low");
        assertThat(media.announced).hasSize(2);
        assertThat(pool.spares()).isEqualTo(1);
    }

    @Test
    void anEncoderThatFailsAgainAndAgainEndsTheLoop() throws Exception {
        failing = true;
        for (int i = 1; i < EncodeLoop.MAX_FAILURES; i++) {
            encode(0);
        }
        assertThatThrownBy(() -> encode(0)).isInstanceOf(EncodeException.class).hasMessage("broken");
    }

    @Test
    void framesReturnTheirMemory() throws Exception {
        encode(0);
        assertThat(pool.spares()).isEqualTo(1);
    }

    @Test
    void aNewBitrateReachesTheEncoderOnceAndTheNextEncoderToo() throws Exception {
        encode(0);
        main.bitRate(500);
        encode(0, 2);
        encode(1);
        assertThat(events)
                .containsExactly(
                        "open main 0",
                        "open low 0",
                        "main",
                        "close low",
                        "main rate 500",
                        "main",
                        "main",
                        "close main",
                        "open main 1",
                        "open low 1",
                        "main rate 500",
                        "main",
                        "close low");
    }

    @Test
    void aRequestMakesTheNextFrameOfThatRenditionAKeyFrame() throws Exception {
        demand.demand(Set.of(MAIN, LOW));
        encode(0);
        events.clear();
        low.keyFrames().request();
        encode(0, 3);
        assertThat(events).containsExactly("main", "main", "low key", "main");
        main.keyFrames().request();
        encode(0, 2);
        assertThat(events.subList(4, events.size())).containsExactly("main key", "low", "main");
    }

    private final class Encoder implements VideoEncoder {

        private final String name;
        private final double fps;

        Encoder(String name, double fps) {
            this.name = name;
            this.fps = fps;
        }

        @Override
        public VideoFormat format() {
            return new VideoFormat(
                    TestFormats.baseline().config(),
                    TestFormats.baseline().shape().withFrameRate(fps));
        }

        @Override
        public Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException {
            if (failing) {
                throw new EncodeException("broken");
            }
            events.add(key ? name + " key" : name);
            return Optional.of(
                    new AccessUnit(MediaKind.VIDEO, key, false, frame.captureMicros(), 0, Payload.copyOf(new byte[1])));
        }

        @Override
        public void bitRate(int bitsPerSecond) {
            events.add(name + " rate " + bitsPerSecond);
        }

        @Override
        public void close() {
            events.add("close " + name);
        }
    }
}
