package dev.fanlight.protocol.codec.player;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.player.Latency;
import dev.fanlight.protocol.player.MediaDelivery;
import dev.fanlight.protocol.player.Prefer;
import dev.fanlight.protocol.player.Quality;

/** {@code prefer}. */
final class PreferCodec implements MessageCodec<Prefer> {

    @Override
    public Prefer read(Members members) throws ProtocolException {
        return new Prefer(
                members.oneOf("quality", Quality.class),
                members.oneOf("latency", Latency.class),
                members.optionalOneOf("media", MediaDelivery.class).orElse(MediaDelivery.ALL));
    }

    @Override
    public void write(Prefer message, MemberWriter out) {
        out.text("quality", message.quality().wireName())
                .text("latency", message.latency().wireName());
        if (message.media() != MediaDelivery.ALL) {
            out.text("media", message.media().wireName());
        }
    }
}
