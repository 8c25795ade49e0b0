package dev.fanlight.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.UplinkQuality;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final StatusBoard board = new StatusBoard(InstantSource.fixed(NOW));

    private String lines() {
        return String.join(
                "\n",
                StatusText.lines(List.of(board.status("front", "relay:443", "libx264", 800_000, 12, List.of())), NOW));
    }

    @Test
    void whoHasPausedTheCameraAndWhyIsSaid() {
        board.connected();
        board.paused(Optional.of(CameraPause.byPeople("cleaning the lens")));
        assertThat(lines())
                .contains("❚❚ paused")
                .contains("paused  by the people here: cleaning the lens (to end that: fanlight-agent resume)");
        board.paused(Optional.empty());
        assertThat(lines()).contains("asleep until there is a viewer").doesNotContain("paused");
    }

    @Test
    void whoWatchesIsSaidAsFarAsItIsKnown() {
        board.connected();
        board.viewers(new CurrentViewers(1, List.of()));
        assertThat(lines()).contains("1 watching").doesNotContain("viewers ");
        board.viewers(new CurrentViewers(3, List.of("family (Ann)", "the owner")));
        assertThat(lines()).contains("3 watching").contains("\n  viewers family (Ann), the owner and 1 more\n");
        board.waiting("The relay has ended the connection.");
        assertThat(lines()).doesNotContain("Ann");
    }

    @Test
    void outsideItsHoursItIsSaidWhenTheyBegin() {
        board.connected();
        board.paused(Optional.of(CameraPause.until(NOW.getEpochSecond() * 1_000_000)));
        assertThat(lines()).contains("outside camera.hours, until 2026-11-30T08:00:00Z");
    }

    @Test
    void aSlowUploadIsSaidAndAFastOneIsNot() {
        board.connected();
        assertThat(lines()).contains("relay   relay:443, up to 800 kbit/s").doesNotContain("slow");
        board.quality(UplinkQuality.SLOW);
        assertThat(lines()).contains("up to 800 kbit/s, the upload is slow");
        board.quality(UplinkQuality.POOR);
        assertThat(lines()).contains("the upload is very slow");
    }
}
