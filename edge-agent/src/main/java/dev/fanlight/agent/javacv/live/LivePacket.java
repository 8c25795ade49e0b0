package dev.fanlight.agent.javacv.live;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A packet of video as it came. Not copied: valid until the next one is read.
 *
 * @param bytes NAL units in Annex B or behind u32 lengths, or whatever the codec has
 * @param streamMicros its presentation time on the clock of the stream, if that says one
 * @param captureMicros when it was captured, on the media clock
 * @param newRecord a configuration record that is valid from here on
 */
public record LivePacket(ByteBuffer bytes, OptionalLong streamMicros, long captureMicros, Optional<byte[]> newRecord) {}
