package dev.fanlight.media.webm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Fixture;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebmReaderTest {

    private static final String EBML = "1a45dfa3" + "80";
    private static final String SEGMENT = "18538067" + "01ffffffffffffff";
    private static final String CLUSTER = "1f43b675" + "ff" + "e7" + "81" + "05";

    /** VP8 as track 1. */
    private static final String TRACK = "1654ae6b" + "8f" + "ae" + "8d" + "d78101" + "838101" + "8685" + "565f565038";

    private static final int RUINED = 500;
    private static final long SEED = 18;

    @ParameterizedTest
    @CsvSource({"vp8-opus.webm, vp8, 6, 2", "vp9-opus.webm, vp09.00.10.08, 6, 2", "h264-opus.mkv, avc1.42C00A, 6, 2"})
    void tracksUnitsAndKeyFramesAreThoseThatFfmpegWrote(String name, String codec, int units, int keys)
            throws BitstreamException {
        List<FlvEvent> events = new WebmReader().read(ByteBuffer.wrap(Fixture.bytes(name)));
        assertThat(codecs(events)).containsExactlyInAnyOrder(codec, "opus");
        List<AccessUnit> video = units(events, MediaKind.VIDEO);
        assertThat(video).hasSize(units);
        assertThat(video.stream().filter(AccessUnit::key)).hasSize(keys);
        long first = video.get(0).captureMicros();
        assertThat(video)
                .extracting(AccessUnit::captureMicros)
                .containsExactly(
                        first, first + 100_000, first + 200_000, first + 300_000, first + 400_000, first + 500_000);
        assertThat(units(events, MediaKind.AUDIO)).hasSizeBetween(29, 32);
        assertThat(shape(events)).contains("width=64, height=48");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vp8-opus.webm", "vp9-opus.webm", "h264-opus.mkv"})
    void aStreamIsTheSameInPiecesOfAnySize(String name) throws BitstreamException {
        byte[] stream = Fixture.bytes(name);
        List<String> whole = text(new WebmReader().read(ByteBuffer.wrap(stream)));
        for (int size : new int[] {1, 7, 777}) {
            assertThat(text(inPieces(new WebmReader(), stream, size))).isEqualTo(whole);
        }
    }

    /** As browsers record it. */
    @Test
    void parameterSetsInFrontOfAKeyFrameStandInForAMissingRecord() throws BitstreamException {
        byte[] stream = Fixture.bytes("h264-opus.mkv");
        List<String> with = text(new WebmReader().read(ByteBuffer.wrap(stream)));
        int at = HexFormat.of().formatHex(stream).indexOf("63a2") / 2;
        stream[at + 1] = (byte) 0xA5;
        List<FlvEvent> events = new WebmReader().read(ByteBuffer.wrap(stream));
        assertThat(codecs(events)).containsExactlyInAnyOrder("avc1.42C00A", "opus");
        assertThat(text(units(events)))
                .isEqualTo(with.stream()
                        .filter(line -> !line.contains("TrackChange"))
                        .toList());
    }

    @Test
    void aBlockInAGroupIsAKeyFrameWhenItRefersToNoOther() throws BitstreamException {
        String frame = "81" + "0000" + "00" + "5000009d012a40003000";
        String alone = "a0" + "90" + "a1" + "8e" + frame;
        String refers = "a0" + "93" + "a1" + "8e" + frame + "fb81ff";
        List<FlvEvent> events = read(EBML + SEGMENT + TRACK + CLUSTER + alone + refers);
        assertThat(units(events, MediaKind.VIDEO)).extracting(AccessUnit::key).containsExactly(true, false);
        assertThat(units(events, MediaKind.VIDEO))
                .extracting(AccessUnit::captureMicros)
                .containsOnly(5_000L);
    }

    @Test
    void aCodecThatIsNotTakenIsReported() throws BitstreamException {
        String theora = TRACK.replace("565f565038", "565f585838");
        assertThat(read(EBML + SEGMENT + theora)).containsExactly(new FlvEvent.Unsupported(MediaKind.VIDEO, "V_XX8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "474554202f20485454502f312e31", // GET / HTTP/1.1
                "00", // no length
                "18538067ff", // a segment in front of the header
                EBML + SEGMENT + "a3" + "ff", // a block of unknown size
                EBML + SEGMENT + "a3" + "1fffff00", // a block of 256 MiB, and nothing is allocated for it
                EBML + SEGMENT + "1c53bb6b" + "08ffffffff", // an index of 4 GiB
                EBML + SEGMENT + TRACK + CLUSTER + "a3" + "82" + "8100", // a block that is cut off
                EBML + SEGMENT + TRACK + CLUSTER + "a3" + "85" + "8100000601", // several packets in a block
                EBML + SEGMENT + TRACK + "1f43b675ff" + "e7" + "88" + "7fffffffffffffff" + "a3" + "85"
                        + "8100008001", // a time
                EBML + SEGMENT + "1549a966" + "84" + "2ad7b180", // ticks of nothing
                EBML + SEGMENT + "ae" + "83" + "6d8080" // a compressed track
            })
    void whatIsNoStreamIsRefusedWithASentence(String hex) {
        assertThatThrownBy(() -> read(hex))
                .isInstanceOf(BitstreamException.class)
                .hasMessageMatching("[a-zA-Z 0-9,]{10,}");
    }

    @Test
    void reorderedFramesAreRefusedWithAWayOut() {
        byte[] avcC = Fixture.record("reordered.avcC.hex");
        String entry = "d78101" + "838101" + "868f" + "565f4d504547342f49534f2f415643" + "63a2"
                + HexFormat.of().formatHex(new byte[] {(byte) (0x40 | (avcC.length >> 8)), (byte) avcC.length})
                + HexFormat.of().formatHex(avcC);
        String track = "ae"
                + HexFormat.of().formatHex(new byte[] {
                    (byte) (0x40 | (entry.length() / 2 >> 8)), (byte) (entry.length() / 2)
                });
        assertThatThrownBy(() -> read(EBML + SEGMENT + track + entry))
                .isInstanceOf(BitstreamException.class)
                .hasMessageContaining("video/x-matroska");
    }

    @Test
    void ruinedStreamsAreReadOrRefusedButNeverFailOtherwise() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < RUINED; i++) {
            byte[] stream = Fixture.bytes(i % 2 == 0 ? "vp8-opus.webm" : "h264-opus.mkv");
            for (int flips = random.nextInt(20); flips >= 0; flips--) {
                stream[random.nextInt(stream.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                inPieces(new WebmReader(), stream, 1 + random.nextInt(500));
            } catch (BitstreamException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(RUINED / 10, RUINED - 1);
    }

    private static List<FlvEvent> read(String hex) throws BitstreamException {
        return new WebmReader().read(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }

    private static List<FlvEvent> inPieces(WebmReader reader, byte[] stream, int size) throws BitstreamException {
        List<FlvEvent> events = new ArrayList<>();
        for (int at = 0; at < stream.length; at += size) {
            byte[] piece = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + size));
            events.addAll(reader.read(ByteBuffer.wrap(piece)));
        }
        return events;
    }

    private static List<FlvEvent> units(List<FlvEvent> events) {
        return events.stream().filter(FlvEvent.Unit.class::isInstance).toList();
    }

    private static List<AccessUnit> units(List<FlvEvent> events, MediaKind kind) {
        return units(events).stream()
                .map(event -> ((FlvEvent.Unit) event).unit())
                .filter(unit -> unit.kind() == kind)
                .toList();
    }

    private static List<String> codecs(List<FlvEvent> events) {
        return events.stream()
                .filter(FlvEvent.TrackChange.class::isInstance)
                .map(event -> ((FlvEvent.TrackChange) event).config().codec())
                .toList();
    }

    private static String shape(List<FlvEvent> events) {
        return events.stream()
                .filter(FlvEvent.TrackChange.class::isInstance)
                .map(event -> ((FlvEvent.TrackChange) event).shape().toString())
                .toList()
                .toString();
    }

    /** Units with their bytes. */
    private static List<String> text(List<FlvEvent> events) {
        return events.stream()
                .map(event -> event instanceof FlvEvent.Unit unit
                        ? unit.unit().kind() + " " + unit.unit().key() + " "
                                + unit.unit().captureMicros() + " "
                                + hex(unit.unit().payload().bytes())
                        : event.getClass().getSimpleName() + codecs(List.of(event)))
                .toList();
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
