package dev.fanlight.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.WireLimits;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishLimitsTest {

    private final PublishLimits limits = new PublishLimits(true);

    /** The first problem of frames of this rate and size, with a key frame every so many. */
    private Optional<String> video(int fps, int bytes, int keyEvery, int frames) {
        Optional<String> problem = Optional.empty();
        for (int i = 0; i < frames && problem.isEmpty(); i++) {
            problem = limits.check(MediaKind.VIDEO, i % keyEvery == 0, i * 1_000_000L / fps, bytes);
        }
        return problem;
    }

    @Test
    void whatARelayTakesIsNoProblem() {
        assertThat(video(120, 20_000, 120, 5000)).isEmpty();
    }

    @Test
    void sixtyFramesASecondWithFourTracksOfSoundAreNoProblem() {
        for (int i = 0; i < 10_000; i++) {
            long micros = i * 20_000L;
            assertThat(limits.check(MediaKind.VIDEO, true, micros, 5000)).isEmpty();
            for (int track = 0; track < 4; track++) {
                assertThat(limits.check(MediaKind.AUDIO, true, micros, 100)).isEmpty();
            }
        }
    }

    @Test
    void aRateAboveTheLimitIsFoundWithinTwoSecondsOfTheStream() {
        assertThat(video(240, 100, 240, 480)).get().asString().contains("120 frames a second");
    }

    @Test
    void audioCountsAsWell() {
        for (int i = 0; i < 2000; i++) {
            limits.check(MediaKind.AUDIO, true, i * 20_000L, 100);
        }
        assertThat(limits.check(MediaKind.AUDIO, true, 40_000_000, 100)).isEmpty();
        Optional<String> problem = Optional.empty();
        for (int i = 0; i < 2000 && problem.isEmpty(); i++) {
            long micros = 40_000_000 + i * 5_000L;
            problem = i % 2 == 0 ? limits.check(MediaKind.VIDEO, true, micros, 100) : problem;
            problem = problem.or(() -> limits.check(MediaKind.AUDIO, true, micros, 100));
        }
        assertThat(problem).get().asString().contains("260 frames and packets of sound a second");
    }

    @Test
    void moreBytesThanTheLimitAreFound() {
        assertThat(video(25, 110_000, 25, 1000)).get().asString().contains("20 Mbit a second");
    }

    @Test
    void aFrameThatNoMessageHoldsIsFound() {
        assertThat(video(1, WireLimits.MAX_MEDIA_BYTES - 20, 1, 1))
                .get()
                .asString()
                .contains("2 MiB");
    }

    @Test
    void aGopMayBeLongWhileARelayKeepsIt() {
        assertThat(video(15, 100, WireLimits.MAX_GOP_UNITS, 3000)).isEmpty();
    }

    @Test
    void keyFramesThatComeTooRarelyAreFoundByCountAndByBytes() {
        assertThat(video(25, 100, 10_000, 700)).get().asString().contains("no key frame for more than 10 s");
        assertThat(new PublishLimitsTest().video(25, 50_000, 10_000, 260))
                .get()
                .asString()
                .contains("no key frame for more than 10 s");
    }

    @Test
    void aJumpOfTheTimeStampsIsNoRate() {
        assertThat(limits.check(MediaKind.VIDEO, true, 1_000_000_000, 100)).isEmpty();
        for (int i = 0; i < 100; i++) {
            assertThat(limits.check(MediaKind.VIDEO, true, i * 40_000L, 100)).isEmpty();
        }
    }
}
