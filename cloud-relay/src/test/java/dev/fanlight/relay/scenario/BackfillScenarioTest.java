package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.codec.BackfillCodec;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.RecordedRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording lacks is brought later by the agent: then it is whole, and nothing is in it twice. */
@StartsProcesses
class BackfillScenarioTest {

    private static final Features BACKFILL = new Features(List.of(Features.BACKFILL));
    private static final long EPOCH = 7;
    private static final long FRAME_MICROS = 40_000;
    private static final int GOP = 25;

    @TempDir
    private Path temp;

    private RecordedRelay recorded;
    private TestAgent agent;
    private FlvClip clip;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        recorded =
                RecordedRelay.start(temp.resolve("state"), Map.of("recording.free_percent", "1"), "always", BACKFILL);
        agent = recorded.agent();
        file = temp.resolve("clip.flv");
        FfmpegRun.run(
                "-f lavfi -i testsrc2=size=320x180:rate=25:duration=14 -f lavfi -i sine=sample_rate=16000:duration=14"
                        + " -c:v libx264 -preset ultrafast -bf 0 -g 25 -pix_fmt yuv420p -c:a aac -aac_pns 0 " + file);
        clip = FlvClip.of(Files.readAllBytes(file));
        begin();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    private void begin() {
        Await.until("backfill is wanted", () -> agent.expect(Demand.class).backfill());
        clip.announce(agent, EPOCH);
    }

    @Test
    void aShortHoleIsFilledWithExactlyTheFramesThatAreMissing() throws Exception {
        live(0, 40);
        live(100, 300);
        Await.until("the rest is recorded", () -> recorded.recordedMillis() >= 8_000);
        backfill(1, 2, 3);
        assertWhole();
    }

    @Test
    void aLongHoleIsFilledEvenIfTheSameComesTwice() throws Exception {
        live(0, 40);
        live(200, 350);
        Await.until("the rest is recorded", () -> recorded.recordedMillis() >= 6_000);
        assertThat(recorded.spans()).hasSizeGreaterThan(1);
        backfill(1, 2, 3, 4, 5, 6, 7);
        backfill(6, 7, 2);
        assertWhole();
    }

    private void assertWhole() throws Exception {
        assertThat(recorded.spans()).hasSize(1);
        Path download = recorded.download("/c/front/recording.mp4", temp.resolve("download.mp4"));
        List<String> played = hashes(download);
        assertThat(played.size()).isGreaterThan(250);
        assertThat(hashes(file).subList(0, played.size())).isEqualTo(played);
    }

    /** Sends frames of video and the sound between them. */
    private void live(int from, int to) {
        long[] sequences = new long[2];
        for (AccessUnit unit : clip.units) {
            int track = track(unit);
            long sequence = sequences[track]++;
            if (isBetween(unit, from, to)) {
                agent.sendMedia(
                        media(header(unit, sequence, EPOCH), unit.payload().bytes()));
            }
        }
    }

    private void backfill(int... groups) {
        for (int group : groups) {
            byte[] bytes = BackfillCodec.write(group(group));
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            for (int i = 0; rest.hasRemaining(); i++) {
                int size = Math.min(rest.remaining(), BackfillGroup.PIECE_BYTES);
                MediaHeader header = new MediaHeader(MediaKind.DATA, 0, BackfillGroup.TRACK, 0, i, 0, 1_000 + group, 0);
                agent.sendMedia(media(header, rest.slice(rest.position(), size)));
                rest.position(rest.position() + size);
            }
            Ack done = new Ack(BackfillGroup.TRACK, 1_000 + group);
            Await.until(
                    "group " + group + " is stored",
                    () -> agent.expect(Ack.class).equals(done));
        }
    }

    private BackfillGroup group(int number) {
        List<BackfillGroup.Unit> units = new ArrayList<>();
        for (AccessUnit unit : clip.units) {
            if (isBetween(unit, number * GOP, (number + 1) * GOP)) {
                units.add(new BackfillGroup.Unit(
                        header(unit, units.size(), 1_000 + number),
                        unit.payload().bytes()));
            }
        }
        List<Track> tracks = clip.tracks;
        return new BackfillGroup(time((number + 1) * GOP), new Tracks(1_000 + number, tracks), units);
    }

    private long time(int frame) {
        return clip.units.stream()
                        .filter(unit -> unit.kind() == MediaKind.VIDEO)
                        .findFirst()
                        .orElseThrow()
                        .captureMicros()
                + frame * FRAME_MICROS;
    }

    private boolean isBetween(AccessUnit unit, int from, int to) {
        return unit.captureMicros() >= time(from) - 1_000 && unit.captureMicros() < time(to) - 1_000;
    }

    private static int track(AccessUnit unit) {
        return unit.kind() == MediaKind.VIDEO ? 0 : 1;
    }

    private static MediaHeader header(AccessUnit unit, long sequence, long epoch) {
        int flags = unit.key() ? MediaHeader.KEY : 0;
        return new MediaHeader(
                unit.kind(), flags, track(unit), 0, sequence, unit.captureMicros(), epoch, unit.offsetMicros());
    }

    private static byte[] media(MediaHeader header, ByteBuffer payload) {
        ByteBuffer message = ByteBuffer.allocate(MediaCodec.HEADER_BYTES + payload.remaining());
        MediaCodec.write(header, message);
        return message.put(payload).array();
    }

    private static List<String> hashes(Path input) {
        return FfmpegRun.run("-threads 1 -i " + input + " -map 0:v -fps_mode passthrough -f framehash -hash md5 -")
                .lines()
                .filter(line -> line.startsWith("0,"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }
}
