package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.DisplayOrientation;
import dev.fanlight.media.bitstream.RandomAccess;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** What differs between the codecs made of NAL units. Implementations are immutable; units are not consumed. */
public sealed interface NalCodec permits H264Nal, H265Nal {

    /** Whether it is a part of the frame itself. */
    boolean isSlice(ByteBuffer nal);

    /** Whether it is a parameter set, which travels in the configuration record. */
    boolean isParameterSet(ByteBuffer nal);

    /** Whether no other frame refers to the frame this slice belongs to. */
    boolean isDisposable(ByteBuffer slice);

    /** How well decoding can start at an access unit. */
    RandomAccess randomAccess(List<ByteBuffer> units);

    /** How frames are to be turned for display from this access unit on, where it says so. */
    Optional<DisplayOrientation> displayOrientation(List<ByteBuffer> units);

    /**
     * Which parameter set it is: two with the same key take each other's place in a decoder.
     *
     * @throws BitstreamException when it is broken
     */
    ParameterSetKey keyOf(ByteBuffer parameterSet) throws BitstreamException;

    /**
     * The configuration made of these parameter sets.
     *
     * @throws BitstreamException when one is missing or broken
     */
    NalConfig configOf(List<ByteBuffer> parameterSets) throws BitstreamException;

    /**
     * A place for a parameter set.
     *
     * @param type NAL unit type
     * @param id the parameter set's own id
     */
    record ParameterSetKey(int type, int id) implements Comparable<ParameterSetKey> {

        @Override
        public int compareTo(ParameterSetKey other) {
            return type != other.type ? Integer.compare(type, other.type) : Integer.compare(id, other.id);
        }
    }
}
