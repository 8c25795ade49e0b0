package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.media.Audience;
import dev.fanlight.protocol.agent.AudienceMember;
import dev.fanlight.protocol.agent.Demand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Those who watch, in words: {@code family (Ann)}, {@code television (HLS player)}, {@code a visitor}, {@code the owner}. What the relay’s owner
 * wrote comes first, so that no stranger’s name can pass for it. Names are text of strangers that gets into logs, terminals and environments:
 * only visible characters in one line remain. Stateless.
 */
final class AudienceNames {

    private AudienceNames() {}

    static Audience of(Demand demand) {
        List<String> names = demand.audience().orElse(List.of()).stream()
                .map(AudienceNames::name)
                .toList();
        return new Audience(demand.viewers(), names);
    }

    private static String name(AudienceMember member) {
        String way = switch (member.way()) {
            case LINK -> member.label().flatMap(AudienceNames::visible).orElse("a link without a label");
            case VISITOR -> "a visitor";
            case OWNER -> "the owner";
        };
        Optional<String> who = member.name()
                .flatMap(AudienceNames::visible)
                .or(() -> member.player()
                        .flatMap(AudienceNames::visible)
                        .map(player -> player.toUpperCase(Locale.ROOT) + " player"));
        return who.map(text -> way + " (" + text + ")").orElse(way);
    }

    private static Optional<String> visible(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().map(AudienceNames::blankUnlessVisible).forEach(kept::appendCodePoint);
        return Optional.of(kept.toString().strip().replaceAll(" +", " ")).filter(line -> !line.isEmpty());
    }

    /** Signs that only direct a text, or belong to no alphabet, can make a line look like another one. */
    private static int blankUnlessVisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> ' ';
            default -> sign;
        };
    }
}
