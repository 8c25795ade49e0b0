package dev.fanlight.media.flv;

import java.nio.ByteBuffer;

/** A tag body, once its header is read. The bytes are views of the body. */
sealed interface FlvPacket {

    /** A sequence header: the configuration of the units that follow. */
    record Configuration(FlvCodec codec, ByteBuffer record) implements FlvPacket {}

    /**
     * An access unit.
     *
     * @param key whether the header calls it a key frame
     * @param offsetMillis presentation − decoding time
     * @param nanos to be added to the time of the tag
     */
    record Unit(FlvCodec codec, boolean key, int offsetMillis, int nanos, ByteBuffer data) implements FlvPacket {}

    /** Media of a codec that is not taken. */
    record Unsupported(String codec) implements FlvPacket {}

    /** The end of a sequence, a command, metadata, a further track, or an empty unit. */
    record Ignored() implements FlvPacket {}
}
