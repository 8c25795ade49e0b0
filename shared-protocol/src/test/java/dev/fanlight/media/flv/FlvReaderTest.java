package dev.fanlight.media.flv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.Fixture;
import dev.fanlight.media.G711Config;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlvReaderTest {

    private static final String AVCC = HexFormat.of().formatHex(Fixture.record("reordered.avcC.hex"));
    private static final String HVCC = HexFormat.of().formatHex(Fixture.record("main.hvcC.hex"));
    private static final String IDR = "00000003658880";
    private static final String INTER = "00000003419a00";
    private static final String IRAP = "000000042601af08";
    private final FlvReader reader = new FlvReader();

    @Test
    void legacyH264HasItsTrackItsKeyFrameAndItsOffset() throws BitstreamException {
        List<FlvEvent> events = video(0, "1700000000" + AVCC, "1701000042" + IDR, "2701ffffff" + INTER);
        assertThat(config(events.get(0))).isEqualTo(H264Config.parse(Fixture.record("reordered.avcC.hex")));
        assertThat(((FlvEvent.TrackChange) events.get(0)).shape()).isInstanceOf(VideoShape.class);
        assertThat(unit(events.get(1)))
                .returns(true, AccessUnit::key)
                .returns(66_000, AccessUnit::offsetMicros)
                .returns(IDR, FlvReaderTest::hex);
        assertThat(unit(events.get(2))).returns(false, AccessUnit::key).returns(-1_000, AccessUnit::offsetMicros);
    }

    @Test
    void anOffsetThatAUnitHasNoRoomForKeepsItsSign() throws BitstreamException {
        List<FlvEvent> events = video(0, "1700000000" + AVCC, "17017fffff" + IDR, "2701800000" + INTER);
        assertThat(unit(events.get(1)).offsetMicros()).isEqualTo(Integer.MAX_VALUE);
        assertThat(unit(events.get(2)).offsetMicros()).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void whatIsAKeyFrameIsSeenInItsSlicesAndNotInTheHeaderOfTheTag() throws BitstreamException {
        List<FlvEvent> events = video(0, "1700000000" + AVCC, "2701000000" + IDR, "1701000000" + INTER);
        assertThat(unit(events.get(1)).key()).isTrue();
        assertThat(unit(events.get(2)).key()).isFalse();
    }

    @Test
    void h265IsTheSameInTheOldFormOfCamerasAndInBothEnhancedOnes() throws BitstreamException {
        List<FlvEvent> old = video(0, "1c00000000" + HVCC, "1c01000000" + IRAP);
        List<FlvEvent> withOffset = read("9068766331" + HVCC, "9168766331000000" + IRAP);
        List<FlvEvent> without = read("9068766331" + HVCC, "9368766331" + IRAP);
        assertThat(old).hasSize(2).isEqualTo(withOffset).isEqualTo(without);
        assertThat(config(old.get(0))).isInstanceOf(H265Config.class);
        assertThat(unit(old.get(1)).key()).isTrue();
    }

    @Test
    void enhancedH264HasAnOffsetBeforeItsUnit() throws BitstreamException {
        List<FlvEvent> events = video(0, "9061766331" + AVCC, "9161766331000021" + IDR);
        assertThat(unit(events.get(1)).offsetMicros()).isEqualTo(33_000);
    }

    @Test
    void aSequenceHeaderThatSaysTheSameAgainChangesNothing() throws BitstreamException {
        String other = HexFormat.of().formatHex(Fixture.record("cropped-sar.avcC.hex"));
        List<FlvEvent> events = video(0, "1700000000" + AVCC, "1700000000" + AVCC, "1700000000" + other);
        assertThat(events).hasSize(2).allMatch(event -> event instanceof FlvEvent.TrackChange);
    }

    @Test
    void parameterSetsThatChangeInBandChangeTheTrackAndTravelInItsConfiguration() throws BitstreamException {
        H264Config other = H264Config.parse(Fixture.record("cropped-sar.avcC.hex"));
        List<ByteBuffer> units = new ArrayList<>(other.parameterSets());
        units.add(ByteBuffer.wrap(HexFormat.of().parseHex("658880")));
        ByteBuffer data = ByteBuffer.allocate(NalUnits.prefixedSize(units));
        NalUnits.writeLengthPrefixed(units, data);
        String body = "1701000000" + HexFormat.of().formatHex(data.array());
        List<FlvEvent> events = video(0, "1700000000" + AVCC, body, body);
        assertThat(events).hasSize(4);
        assertThat(config(events.get(1))).isEqualTo(H264Config.of(other.parameterSets()));
        assertThat(unit(events.get(2))).returns(IDR, FlvReaderTest::hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1702000000", // end of sequence
                "1701000000", // a unit without bytes
                "9168766331", // the same, enhanced
                "9268766331", // its end of sequence
                "9368766331",
                "d00001", // a command
                "5700", // a legacy command
                "9468766331020007636f6c6f72496e666f", // metadata
                "960068766331", // several tracks
                ""
            })
    void whatIsEmptyOrMeantForOthersIsIgnored(String body) throws BitstreamException {
        video(0, "1700000000" + AVCC);
        assertThat(video(0, body)).isEmpty();
    }

    @Test
    void unitsBeforeTheirSequenceHeaderAreIgnored() throws BitstreamException {
        assertThat(video(0, "1701000000" + IDR, "9368766331" + IRAP)).isEmpty();
        assertThat(reader.read(FlvTagType.AUDIO, 0, bytes("af0121"))).isEmpty();
    }

    @Test
    void aModifierMakesTheTimeMoreExact() throws BitstreamException {
        List<FlvEvent> events = video(40, "9068766331" + HVCC, "9702" + "07a120" + "03" + "68766331" + IRAP);
        assertThat(unit(events.get(1)).captureMicros()).isEqualTo(40_500);
    }

    @Test
    void timeCountsOnWhereThirtyTwoBitsBeginAnewAndGoesBackWithTheEncoder() throws BitstreamException {
        video(0xFFFF_FFF0L, "1700000000" + AVCC);
        assertThat(unit(video(0x10, "1701000000" + IDR).get(0)).captureMicros()).isEqualTo(0x1_0000_0010L * 1000);
        assertThat(unit(video(0xFFFF_FFF8L, "1701000000" + IDR).get(0)).captureMicros())
                .isEqualTo(0xFFFF_FFF8L * 1000);
    }

    @Test
    void aacIsTheSameInBothForms() throws BitstreamException {
        List<FlvEvent> legacy = audio("af001190", "af01aabb");
        List<FlvEvent> enhanced = audio("906d7034611190", "916d703461aabb");
        assertThat(legacy).isEqualTo(enhanced);
        assertThat(config(legacy.get(0))).isInstanceOf(AacConfig.class);
        assertThat(((FlvEvent.TrackChange) legacy.get(0)).shape()).isEqualTo(new AudioShape(48_000, 2));
        assertThat(unit(legacy.get(1))).returns("aabb", FlvReaderTest::hex).returns(MediaKind.AUDIO, AccessUnit::kind);
    }

    @Test
    void g711NeedsNoSequenceHeader() throws BitstreamException {
        List<FlvEvent> events = audio("72d5d5", "72d5d5", "82ffff");
        assertThat(events).hasSize(5);
        assertThat(config(events.get(0))).isEqualTo(new G711Config(G711Config.Law.A));
        assertThat(config(events.get(3))).isEqualTo(new G711Config(G711Config.Law.MU));
    }

    @Test
    void vp8IsAnnouncedWithTheSizeOfItsFirstKeyFrame() throws BitstreamException {
        String vp8 = "76703038";
        List<FlvEvent> events =
                video(0, "a1" + vp8 + "310000", "91" + vp8 + "1000009d012a80026801ff", "a1" + vp8 + "310000");
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).isEqualTo(new FlvEvent.TrackChange(new Vp8Config(), VideoShape.of(640, 360)));
    }

    @Test
    void codecsThatAreNotTakenAreReportedOnce() throws BitstreamException {
        assertThat(video(0, "2200", "1200", "9076766331", "9176766331", "1700000000" + AVCC, "2200"))
                .filteredOn(event -> event instanceof FlvEvent.Unsupported)
                .containsExactly(
                        new FlvEvent.Unsupported(MediaKind.VIDEO, "number 2 of FLV"),
                        new FlvEvent.Unsupported(MediaKind.VIDEO, "vvc1"),
                        new FlvEvent.Unsupported(MediaKind.VIDEO, "number 2 of FLV"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17", // cut off
                "170000",
                "1700000000014d", // in the record
                "9068766331ff",
                "90687663", // in the four-character code
                "97ffffff", // in a modifier
                "1700000000" + "0164000affe1" // lengths of other than four bytes would be fe or less
            })
    void brokenHeadersAreRefusedWithASentence(String body) {
        assertThatThrownBy(() -> video(0, body))
                .isInstanceOf(BitstreamException.class)
                .hasMessageMatching("[a-zA-Z ,.0-9]{10,}");
    }

    @Test
    void aUnitWhoseLengthsDoNotFitIsRefused() throws BitstreamException {
        video(0, "1700000000" + AVCC);
        assertThatThrownBy(() -> video(0, "1701000000" + "7fffffff65"))
                .isInstanceOf(BitstreamException.class)
                .hasMessage("a NAL unit is longer than its access unit");
    }

    @Test
    void aSequenceHeaderIsBoundedBeforeItIsCopied() {
        ByteBuffer body =
                ByteBuffer.allocate(5 + FlvReader.MAX_SEQUENCE_HEADER_BYTES + 1).put(0, (byte) 0x17);
        assertThatThrownBy(() -> reader.read(FlvTagType.VIDEO, 0, body))
                .isInstanceOf(BitstreamException.class)
                .hasMessageContaining("16 KiB");
    }

    @Test
    void randomBodiesAreRefusedOrReadWithoutHarm() throws BitstreamException {
        Random random = new Random(18);
        String[] heads = {
            "1700000000",
            "1701000000",
            "9068766331",
            "9168766331",
            "9361763031",
            "9176703039",
            "af00",
            "af01",
            "904f707573",
            ""
        };
        for (int i = 0; i < 5_000; i++) {
            byte[] tail = new byte[random.nextInt(64)];
            random.nextBytes(tail);
            FlvReader fresh = new FlvReader();
            fresh.read(FlvTagType.VIDEO, 0, bytes("1700000000" + AVCC));
            ByteBuffer body =
                    bytes(heads[random.nextInt(heads.length)] + HexFormat.of().formatHex(tail));
            try {
                fresh.read(random.nextBoolean() ? FlvTagType.VIDEO : FlvTagType.AUDIO, random.nextInt(), body);
            } catch (BitstreamException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    private List<FlvEvent> video(long millis, String... bodies) throws BitstreamException {
        List<FlvEvent> events = new ArrayList<>();
        for (String body : bodies) {
            events.addAll(reader.read(FlvTagType.VIDEO, millis, bytes(body)));
        }
        return events;
    }

    private static List<FlvEvent> read(String... bodies) throws BitstreamException {
        return new FlvReaderTest().video(0, bodies);
    }

    private static List<FlvEvent> audio(String... bodies) throws BitstreamException {
        FlvReader fresh = new FlvReader();
        List<FlvEvent> events = new ArrayList<>();
        for (String body : bodies) {
            events.addAll(fresh.read(FlvTagType.AUDIO, 0, bytes(body)));
        }
        return events;
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    private static String hex(AccessUnit unit) {
        return HexFormat.of().formatHex(unit.payload().toArray());
    }

    private static Object config(FlvEvent event) {
        return ((FlvEvent.TrackChange) event).config();
    }

    private static AccessUnit unit(FlvEvent event) {
        return ((FlvEvent.Unit) event).unit();
    }
}
