package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.chat.ChatReactions;
import dev.fanlight.protocol.chat.Reaction;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code chat_reactions}. */
final class ChatReactionsCodec implements MessageCodec<ChatReactions> {

    @Override
    public ChatReactions read(Members members) throws ProtocolException {
        Map<Reaction, Integer> counts = new EnumMap<>(Reaction.class);
        for (Members element : members.objects("counts", 0, Reaction.values().length)) {
            Reaction reaction = element.oneOf("reaction", Reaction.class);
            if (counts.put(reaction, element.intIn("count", 1, ChatReactions.MAX_COUNT)) != null) {
                throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "a reaction is counted twice");
            }
        }
        return new ChatReactions(members.longIn("seq", 1, WireLimits.MAX_TIME_MICROS), counts, mine(members));
    }

    private static Optional<Set<Reaction>> mine(Members members) throws ProtocolException {
        if (!members.has("mine")) {
            return Optional.empty();
        }
        Set<Reaction> mine = EnumSet.noneOf(Reaction.class);
        for (Members element : members.objects("mine", 0, Reaction.values().length)) {
            mine.add(element.oneOf("reaction", Reaction.class));
        }
        return Optional.of(mine);
    }

    @Override
    public void write(ChatReactions message, MemberWriter out) {
        out.number("seq", message.seq());
        List<Reaction> given = Stream.of(Reaction.values())
                .filter(message.counts()::containsKey)
                .toList();
        out.objects(
                "counts",
                given,
                reaction -> out.text("reaction", reaction.wireName())
                        .number("count", message.counts().getOrDefault(reaction, 0)));
        message.mine()
                .ifPresent(mine -> out.objects(
                        "mine",
                        Stream.of(Reaction.values()).filter(mine::contains).toList(),
                        reaction -> out.text("reaction", reaction.wireName())));
    }
}
