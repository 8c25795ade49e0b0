package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person who is in a room now, on one or several connections. Immutable.
 *
 * @param person id
 * @param name their present name
 * @param role their highest role on any of these
 * @param sinceMicros when the first of these joined, the relay’s clock, µs
 */
public record PresentPerson(String person, String name, ChatRole role, long sinceMicros) {

    static List<PresentPerson> of(List<RoomConnections.Connection> connections, Participants participants) {
        Map<String, PresentPerson> present = new LinkedHashMap<>();
        for (RoomConnections.Connection connection : connections) {
            String id = connection.author().person().id();
            String name = participants.nameOf(id).orElse(connection.author().person().name());
            present.merge(
                    id, new PresentPerson(id, name, connection.author().role(), connection.sinceMicros()), PresentPerson::and);
        }
        return present.values().stream()
                .sorted(Comparator.comparingLong(PresentPerson::sinceMicros))
                .toList();
    }

    private PresentPerson and(PresentPerson other) {
        ChatRole highest = role.compareTo(other.role) >= 0 ? role : other.role;
        return new PresentPerson(person, name, highest, Math.min(sinceMicros, other.sinceMicros));
    }

    /** Without the name, which does not belong in a log. */
    @Override
    public String toString() {
        return "PresentPerson[" + person + "]";
    }
}
