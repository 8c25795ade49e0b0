package dev.fanlight.media;

/**
 * One encoded frame or packet, before it has a place in a track. Immutable but for what {@link Payload#message} does.
 *
 * @param kind what it is
 * @param key whether decoding can start here; always true where every access unit stands alone
 * @param disposable whether nothing refers to it
 * @param captureMicros decoding time on the media clock of the publisher, µs
 * @param offsetMicros presentation − decoding time, µs; 0 where frames are not reordered
 * @param payload in the form that travels: NAL units behind u32 lengths, or one frame or packet of another codec; owned by the
 *     access unit
 */
public record AccessUnit(
        MediaKind kind, boolean key, boolean disposable, long captureMicros, int offsetMicros, Payload payload) {

    /** Bytes of the payload. */
    public int size() {
        return payload.size();
    }
}
