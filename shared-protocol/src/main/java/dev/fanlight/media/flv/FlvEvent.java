package dev.fanlight.media.flv;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.TrackShape;

/** What a tag says, in the terms of a stream. Immutable. */
public sealed interface FlvEvent {

    /**
     * From here on the track of this kind has another codec, configuration or shape; FLV has one video and one audio track.
     *
     * @param config the codec
     * @param shape size or sample rate, of the same kind as the codec
     */
    record TrackChange(CodecConfig config, TrackShape shape) implements FlvEvent {}

    /**
     * The next access unit of the track of its kind, which was announced before. Its decoding time counts from where the encoder began,
     * goes on where the 32 bits of a tag begin anew, and may go back where the encoder's does; it may be negative.
     *
     * @param unit the access unit
     */
    record Unit(AccessUnit unit) implements FlvEvent {}

    /**
     * The track is in a codec that is not taken; reported once, until it changes.
     *
     * @param kind which track
     * @param codec the codec, for people: a four-character code or a number of FLV
     */
    record Unsupported(MediaKind kind, String codec) implements FlvEvent {}
}
