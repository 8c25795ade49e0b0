package dev.fanlight.media.aac;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The AudioSpecificConfig of AAC (ISO/IEC 14496-3 §1.6.2.1). SBR that is only signalled implicitly is not seen: then the sample
 * rate is that of the core. Immutable.
 *
 * @param objectType the audio object type that is signalled: 2 AAC-LC, 5 HE-AAC, 29 HE-AAC v2
 * @param coreObjectType that of the core, 2 behind 5 and 29; else the same
 * @param sampleRate Hz of the decoded sound
 * @param channels of the decoded sound, 1–48
 * @param record the bytes; not copied, must not be written to
 */
public record AudioSpecificConfig(int objectType, int coreObjectType, int sampleRate, int channels, byte[] record) {

    /** AAC low complexity. */
    public static final int LOW_COMPLEXITY = 2;

    private static final int SBR = 5;
    private static final int PARAMETRIC_STEREO = 29;
    private static final int ESCAPE = 31;
    private static final int EXPLICIT_RATE = 15;
    private static final int ELEMENTS_IN_STREAM = 0;
    private static final int MAX_RATE = 768_000;
    private static final List<Integer> RATES = List.of(
            96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350);
    /** By channelConfiguration; 0 where it is reserved or counted elsewhere. */
    private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 24, 8, 0};

    /**
     * Makes one of two or five bytes for the channel configurations 1–6 and 7 (eight channels).
     *
     * @throws IllegalArgumentException when object type, rate or channels cannot be written so
     */
    public static AudioSpecificConfig of(int objectType, int sampleRate, int channels) {
        int configuration = channels == 8 ? 7 : channels;
        if (objectType < 1 || objectType > 4 || channels < 1 || channels == 7 || channels > 8) {
            throw new IllegalArgumentException("no such AAC: object type " + objectType + ", channels " + channels);
        }
        if (sampleRate < 1 || sampleRate > MAX_RATE) {
            throw new IllegalArgumentException("no such sample rate: " + sampleRate);
        }
        int index = RATES.indexOf(sampleRate);
        long bits = index >= 0
                ? ((long) objectType << 11) | (index << 7) | (configuration << 3)
                : ((long) objectType << 35)
                        | ((long) EXPLICIT_RATE << 31)
                        | ((long) sampleRate << 7)
                        | (configuration << 3);
        byte[] record = new byte[index >= 0 ? 2 : 5];
        for (int i = 0; i < record.length; i++) {
            record[i] = (byte) (bits >> (8 * (record.length - 1 - i)));
        }
        return new AudioSpecificConfig(objectType, objectType, sampleRate, channels, record);
    }

    /**
     * Reads one.
     *
     * @throws BitstreamException when it is cut off or holds reserved values
     */
    public static AudioSpecificConfig parse(byte[] record) throws BitstreamException {
        BitReader in = BitReader.ofBytes(ByteBuffer.wrap(record));
        int objectType = objectType(in);
        int rate = sampleRate(in);
        int configuration = in.bits(4);
        int core = objectType;
        if (objectType == SBR || objectType == PARAMETRIC_STEREO) {
            rate = sampleRate(in);
            core = objectType(in);
        }
        int channels = configuration == ELEMENTS_IN_STREAM ? countElements(in) : CHANNELS[configuration];
        if (channels == 0) {
            throw new BitstreamException("a reserved channel configuration");
        }
        boolean stereoFromMono = objectType == PARAMETRIC_STEREO && channels == 1;
        return new AudioSpecificConfig(objectType, core, rate, stereoFromMono ? 2 : channels, record);
    }

    private static int objectType(BitReader in) throws BitstreamException {
        int type = in.bits(5);
        int whole = type == ESCAPE ? 32 + in.bits(6) : type;
        if (whole == 0) {
            throw new BitstreamException("no audio object type");
        }
        return whole;
    }

    private static int sampleRate(BitReader in) throws BitstreamException {
        int index = in.bits(4);
        int rate = index == EXPLICIT_RATE ? in.bits(24) : index < RATES.size() ? RATES.get(index) : 0;
        if (rate < 1 || rate > MAX_RATE) {
            throw new BitstreamException("a reserved sample rate");
        }
        return rate;
    }

    /** GASpecificConfig with a program_config_element (§4.4.1.1): channels are counted there. */
    private static int countElements(BitReader in) throws BitstreamException {
        in.skip(1);
        in.skip(in.flag() ? 14 : 0);
        in.skip(1 + 4 + 2 + 4);
        int pairs = in.bits(4) + in.bits(4) + in.bits(4);
        int channels = in.bits(2);
        in.skip(3 + 4);
        in.skip(in.flag() ? 4 : 0);
        in.skip(in.flag() ? 4 : 0);
        in.skip(in.flag() ? 3 : 0);
        for (int i = 0; i < pairs; i++) {
            channels += in.flag() ? 2 : 1;
            in.skip(4);
        }
        return channels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AudioSpecificConfig that && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(record);
    }
}
