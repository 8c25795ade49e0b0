package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import java.util.HashSet;
import java.util.Set;

/** {@code demand}. */
final class DemandCodec implements MessageCodec<Demand> {

    @Override
    public Demand read(Members members) throws ProtocolException {
        int viewers = members.intIn("viewers", 0, WireLimits.MAX_VIEWERS);
        long readers = members.optionalLongIn("readers", viewers, WireLimits.MAX_VIEWERS)
                .orElse(viewers);
        return new Demand(viewers, (int) readers, trackIds(members));
    }

    @Override
    public void write(Demand message, MemberWriter out) {
        out.number("viewers", message.viewers());
        if (message.readers() != message.viewers()) {
            out.number("readers", message.readers());
        }
        out.numbers("tracks", message.tracks().stream().sorted().toList());
    }

    private static Set<Integer> trackIds(Members members) throws ProtocolException {
        Set<Integer> ids = new HashSet<>();
        for (long id : members.longs("tracks", WireLimits.MAX_TRACKS, 0, 255)) {
            ids.add((int) id);
        }
        return ids;
    }
}
