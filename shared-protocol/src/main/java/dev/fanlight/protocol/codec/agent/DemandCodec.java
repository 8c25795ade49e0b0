package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.NamedViewer;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code demand}. */
final class DemandCodec implements MessageCodec<Demand> {

    @Override
    public Demand read(Members members) throws ProtocolException {
        int viewers = members.intIn("viewers", 0, WireLimits.MAX_VIEWERS);
        long readers = members.optionalLongIn("readers", viewers, WireLimits.MAX_VIEWERS)
                .orElse(viewers);
        return new Demand(viewers, (int) readers, trackIds(members), watching(members), members.flag("backfill"));
    }

    @Override
    public void write(Demand message, MemberWriter out) {
        out.number("viewers", message.viewers());
        if (message.readers() != message.viewers()) {
            out.number("readers", message.readers());
        }
        out.numbers("tracks", message.tracks().stream().sorted().toList());
        message.watching().ifPresent(watching -> out.objects("watching", watching, member -> write(member, out)));
        out.flag("backfill", message.backfill());
    }

    private static void write(NamedViewer member, MemberWriter out) {
        out.text("way", member.way().name().toLowerCase(Locale.ROOT))
                .text("label", member.label())
                .text("name", member.name())
                .text("player", member.player());
    }

    private static Optional<List<NamedViewer>> watching(Members members) throws ProtocolException {
        if (!members.has("watching")) {
            return Optional.empty();
        }
        List<NamedViewer> watching = new ArrayList<>();
        for (Members each : members.objects("watching", 0, NamedViewer.MAX_LISTED)) {
            watching.add(new NamedViewer(
                    each.oneOf("way", NamedViewer.Way.class),
                    each.optionalString("label", NamedViewer.MAX_TEXT),
                    each.optionalString("name", NamedViewer.MAX_TEXT),
                    each.optionalString("player", NamedViewer.MAX_PLAYER)));
        }
        return Optional.of(watching);
    }

    private static Set<Integer> trackIds(Members members) throws ProtocolException {
        Set<Integer> ids = new HashSet<>();
        for (long id : members.longs("tracks", WireLimits.MAX_TRACKS, 0, 255)) {
            ids.add((int) id);
        }
        return ids;
    }
}
