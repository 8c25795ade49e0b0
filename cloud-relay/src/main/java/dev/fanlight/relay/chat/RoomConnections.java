package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The open connections of one room. Not thread safe. */
final class RoomConnections {

    /**
     * One connection.
     *
     * @param speaker whose it is
     * @param address tag of the address it comes from
     * @param sinceMicros when it joined, the relay’s clock, µs
     */
    record Seat(Author speaker, String address, long sinceMicros) {

        boolean isOf(String person) {
            return speaker.person().id().equals(person);
        }
    }

    private final Map<ChatMember, Seat> seats = new LinkedHashMap<>();

    void take(Seat seat) {
        seats.put(seat.speaker.member(), seat);
    }

    void leave(ChatMember member) {
        seats.remove(member);
    }

    List<Seat> all() {
        return List.copyOf(seats.values());
    }

    List<Seat> where(Predicate<Seat> condition) {
        return seats.values().stream().filter(condition).toList();
    }

    /** The highest role of a person on any of their connections. */
    Optional<ChatRole> rankOf(String person) {
        return where(seat -> seat.isOf(person)).stream()
                .map(seat -> seat.speaker.rank())
                .max(ChatRole::compareTo);
    }

    /** The address tag of one of a person’s connections. */
    Optional<String> addressOf(String person) {
        return where(seat -> seat.isOf(person)).stream().map(Seat::address).findFirst();
    }
}
