package dev.fanlight.protocol.codec;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;

/** One element of the member {@code tracks}. Stateless, thread safe. */
final class TrackCodec {

    private TrackCodec() {}

    static Track read(Members m) throws ProtocolException {
        return new Track(
                m.intIn("id", 0, 255),
                m.oneOf("kind", MediaKind.class),
                m.string("codec", 64),
                m.has("config") ? m.bytes("config", WireLimits.MAX_CODEC_CONFIG_BYTES) : new byte[0],
                (int) m.optionalLongIn("width", 1, 16_384).orElse(0),
                (int) m.optionalLongIn("height", 1, 16_384).orElse(0),
                m.optionalPositive("fps", 1000).orElse(0.0),
                m.string("name", 16));
    }

    static void write(Track track, MemberWriter out) {
        out.number("id", track.id()).text("kind", track.kind().wireName()).text("codec", track.codec());
        if (track.config().length > 0) {
            out.bytes("config", track.config());
        }
        if (track.width() > 0 && track.height() > 0) {
            out.number("width", track.width()).number("height", track.height());
        }
        if (track.fps() > 0) {
            out.number("fps", track.fps());
        }
        out.text("name", track.name());
    }
}
