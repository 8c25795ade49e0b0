package dev.fanlight.media;

import dev.fanlight.media.NalCodec.ParameterSetKey;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameter sets that are valid now in a stream that sends them in band: begins with those of a configuration record, and
 * makes a new configuration when others come. A stream that alternates between sets under ids of their own keeps all of them.
 * Not thread safe.
 */
public final class ParameterSets {

    private static final int MAX_SETS = 64;

    private final NalCodec codec;
    private final SortedMap<ParameterSetKey, ByteBuffer> current = new TreeMap<>();
    private boolean changed;

    private ParameterSets(NalCodec codec) {
        this.codec = codec;
    }

    /** Begins without any set: the first access unit with all of them gives the first configuration. */
    public static ParameterSets none(NalCodec codec) {
        return new ParameterSets(codec);
    }

    /**
     * Begins with sets that are known.
     *
     * @throws BitstreamException when one is broken, or there are more than 64
     */
    public static ParameterSets of(NalCodec codec, List<ByteBuffer> known) throws BitstreamException {
        ParameterSets sets = new ParameterSets(codec);
        sets.take(known);
        sets.changed = false;
        return sets;
    }

    /**
     * Takes the sets of one access unit; called for each in decoding order. The new configuration is given with the next key
     * frame, because only there a decoder can be set up anew.
     *
     * @param units all NAL units of the access unit; sets are copied, not consumed
     * @return the configuration from this access unit on, empty when it is the one before
     * @throws BitstreamException when a set is broken or missing, or all together are larger than
     *     {@link CodecConfig#MAX_RECORD_BYTES}; the sets that were taken stay
     */
    public Optional<NalConfig> update(List<ByteBuffer> units) throws BitstreamException {
        take(units.stream().filter(codec::isParameterSet).toList());
        if (!changed || !codec.randomAccess(units).isKey()) {
            return Optional.empty();
        }
        NalConfig config = codec.configOf(new ArrayList<>(current.values()));
        changed = false;
        return Optional.of(config);
    }

    /** Another tracker that knows the same sets and goes its own way. */
    public ParameterSets copy() {
        ParameterSets copy = new ParameterSets(codec);
        copy.current.putAll(current);
        copy.changed = changed;
        return copy;
    }

    private void take(List<ByteBuffer> sets) throws BitstreamException {
        for (ByteBuffer set : sets) {
            ParameterSetKey key = codec.keyOf(set);
            if (set.equals(current.get(key))) {
                continue;
            }
            if (current.size() == MAX_SETS && !current.containsKey(key)) {
                throw new BitstreamException("a stream with more than 64 parameter sets");
            }
            current.put(key, copy(set));
            changed = true;
        }
    }

    private static ByteBuffer copy(ByteBuffer set) throws BitstreamException {
        if (set.remaining() > CodecConfig.MAX_RECORD_BYTES) {
            throw new BitstreamException("a parameter set is larger than a configuration record may be");
        }
        return ByteBuffer.allocate(set.remaining()).put(set.duplicate()).flip();
    }
}
