package dev.fanlight.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.status.CameraStatus;
import dev.fanlight.agent.status.StatusBoard;
import dev.fanlight.agent.status.TrackRate;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.protocol.ProtocolException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusLineTest {

    private final StatusBoard board = new StatusBoard(InstantSource.fixed(Instant.parse("2026-11-30T08:00:00Z")));

    private CameraStatus status() {
        return board.status("front", "relay:443", "libx264", 800_000, 12, List.of(new TrackRate("main", 700_000, 15)));
    }

    @Test
    void whatAnAgentKnowsOfACameraReachesTheCommandAsItIs() throws ProtocolException {
        board.connected();
        board.source(CameraStatus.Source.LIVE, "test pattern");
        board.quality(UplinkQuality.POOR);
        board.viewers(new CurrentViewers(3, List.of("family (Ann)", "the owner")));
        assertThat(StatusLine.parse(StatusLine.of(status()))).isEqualTo(status());
        board.paused(Optional.of(CameraPause.byPeople("")));
        assertThat(StatusLine.parse(StatusLine.of(status()))).isEqualTo(status());
        board.paused(Optional.of(CameraPause.until(1_796_025_600_000_000L)));
        assertThat(StatusLine.parse(StatusLine.of(status()))).isEqualTo(status());
    }
}
