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
 * @param rank their highest role on any of these
 * @param sinceMicros when the first of these joined, the relay’s clock, µs
 */
public record PresentPerson(String person, String name, ChatRole rank, long sinceMicros) {

    static List<PresentPerson> of(List<RoomConnections.Seat> seats, People people) {
        Map<String, PresentPerson> present = new LinkedHashMap<>();
        for (RoomConnections.Seat seat : seats) {
            String id = seat.speaker().person().id();
            String name = people.nameOf(id).orElse(seat.speaker().person().name());
            present.merge(
                    id, new PresentPerson(id, name, seat.speaker().rank(), seat.sinceMicros()), PresentPerson::and);
        }
        return present.values().stream()
                .sorted(Comparator.comparingLong(PresentPerson::sinceMicros))
                .toList();
    }

    private PresentPerson and(PresentPerson other) {
        ChatRole highest = rank.compareTo(other.rank) >= 0 ? rank : other.rank;
        return new PresentPerson(person, name, highest, Math.min(sinceMicros, other.sinceMicros));
    }

    /** Without the name, which does not belong in a log. */
    @Override
    public String toString() {
        return "PresentPerson[" + person + "]";
    }
}
