package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.NamedViewer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Those who watch, in words: {@code family (Ann)}, {@code television (HLS player)}, {@code a visitor}, {@code the owner}. What the relay’s owner
 * wrote comes first, so that no stranger’s name can pass for it. Names are text of strangers that gets into logs, terminals and environments:
 * only visible characters in one line remain. Stateless.
 */
final class ViewerNames {

    private ViewerNames() {}

    static CurrentViewers of(Demand demand) {
        List<String> names = demand.watching().orElse(List.of()).stream()
                .map(ViewerNames::name)
                .toList();
        return new CurrentViewers(demand.viewers(), names);
    }

    private static String name(NamedViewer member) {
        String way = switch (member.way()) {
            case LINK -> member.label().flatMap(ViewerNames::visible).orElse("a link");
            case VISITOR -> "a visitor";
            case OWNER -> "the owner";
        };
        Optional<String> who = member.name()
                .flatMap(ViewerNames::visible)
                .or(() -> member.player()
                        .flatMap(ViewerNames::visible)
                        .map(player -> player.toUpperCase(Locale.ROOT) + " player"));
        return who.map(text -> way + " (" + text + ")").orElse(way);
    }

    private static Optional<String> visible(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().map(ViewerNames::blankUnlessVisible).forEach(kept::appendCodePoint);
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
