package dev.fanlight.protocol.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.H264Nal;
import dev.fanlight.media.H265Nal;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.ParameterSets;
import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.h264.AvcConfiguration;
import dev.fanlight.media.h265.HevcConfiguration;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/**
 * Feeds anything to the readers. A build replays the committed inputs beside this class’s resources; {@code make fuzz} looks
 * for new ones.
 */
class DecoderFuzzTest {

    private static final List<String> CODECS = List.of(
            "avc1.64000A", "hvc1.1.6.L30.90", "av01.0.00M.08", "vp09.00.10.08", "mp4a.40.2", "opus", "vp8", "ulaw");

    @FuzzTest(maxDuration = "60s")
    void controlMessages(byte[] input) {
        try {
            check(MessageDecoder.fromAgent(input));
        } catch (ProtocolException e) {
            Assertions.assertNotNull(e.reason());
        }
        try {
            check(MessageDecoder.toPlayer(input));
        } catch (ProtocolException e) {
            Assertions.assertNotNull(e.reason());
        }
    }

    @FuzzTest(maxDuration = "60s")
    void mediaHeaders(byte[] input) {
        try {
            ByteBuffer written = ByteBuffer.allocate(MediaCodec.HEADER_BYTES);
            MediaCodec.write(MediaCodec.read(ByteBuffer.wrap(input)), written);
            Assertions.assertEquals(
                    ByteBuffer.wrap(input, 0, MediaCodec.HEADER_BYTES).slice(), written.flip());
        } catch (ProtocolException e) {
            Assertions.assertNotNull(e.reason());
        }
    }

    @FuzzTest(maxDuration = "60s")
    void parameterSets(byte[] input) {
        try {
            AvcConfiguration.parse(input);
        } catch (BitstreamException e) {
            Assertions.assertNotNull(e.getMessage());
        }
        try {
            AvcConfiguration.of(NalUnits.splitAnnexB(ByteBuffer.wrap(input)));
        } catch (BitstreamException e) {
            Assertions.assertNotNull(e.getMessage());
        }
    }

    @FuzzTest(maxDuration = "60s")
    void configurationRecords(byte[] input) {
        for (String codec : CODECS) {
            readRecord(codec, input);
        }
        readRecord(new String(input, StandardCharsets.UTF_8), input);
    }

    @FuzzTest(maxDuration = "60s")
    void nalStreams(byte[] input) {
        walk(new H264Nal(), input);
        walk(new H265Nal(1), input);
    }

    private static void readRecord(String codec, byte[] record) {
        try {
            CodecConfig config = CodecConfig.parse(codec, Optional.of(record));
            Assertions.assertEquals(codec, config.codec());
        } catch (BitstreamException e) {
            Assertions.assertNotNull(e.getMessage());
        }
        try {
            HevcConfiguration read = HevcConfiguration.parse(record);
            HevcConfiguration made = HevcConfiguration.of(read.parameterSets());
            Assertions.assertEquals(read.sps(), made.sps());
        } catch (BitstreamException e) {
            Assertions.assertNotNull(e.getMessage());
        }
        try {
            Assertions.assertTrue(AudioSpecificConfig.parse(record).channels() > 0);
        } catch (BitstreamException e) {
            Assertions.assertNotNull(e.getMessage());
        }
    }

    /** Splits, classifies, packs, unpacks, and keeps the parameter sets of whatever the input holds. */
    private static void walk(NalCodec codec, byte[] input) {
        try {
            List<ByteBuffer> units = NalUnits.splitAnnexB(ByteBuffer.wrap(input));
            AccessUnit unit = AvccPayload.of(codec, units, 0, 0);
            List<ByteBuffer> slices = units.stream().filter(codec::isSlice).toList();
            ByteBuffer travelling = unit.payload().bytes();
            Assertions.assertEquals(slices, NalUnits.splitLengthPrefixed(travelling));
            Assertions.assertEquals(
                    slices, NalUnits.splitAnnexB(AvccPayload.toAnnexB(List.of(), unit.key(), travelling)));
            Assertions.assertNotNull(codec.randomAccess(units));
            ParameterSets.none(codec).update(units).ifPresent(config -> Assertions.assertNotNull(config.shape()));
        } catch (BitstreamException e) {
            Assertions.assertNotNull(e.getMessage());
        }
        try {
            Assertions.assertNotNull(NalUnits.splitLengthPrefixed(ByteBuffer.wrap(input)));
        } catch (BitstreamException e) {
            Assertions.assertNotNull(e.getMessage());
        }
    }

    private static void check(Optional<? extends Message> decoded) {
        decoded.ifPresent(DecoderFuzzTest::check);
    }

    private static void check(Message message) {
        String text = MessageEncoder.encode(message);
        Assertions.assertTrue(text.startsWith("{\"type\":\"" + message.type().wireName() + "\""));
    }
}
