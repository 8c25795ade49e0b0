package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which pages are in one room, and whose they are. Not thread safe. */
final class RoomConnections {

    /**
     * One page.
     *
     * @param speaker who came
     * @param address salted hash of where they came from
     * @param sinceMicros when they came, the relay’s clock, µs
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

    /** The highest rank somebody has on any of their pages. */
    Optional<ChatRole> rankOf(String person) {
        return where(seat -> seat.isOf(person)).stream()
                .map(seat -> seat.speaker.rank())
                .max(ChatRole::compareTo);
    }

    /** Where somebody has come from, on one of their pages. */
    Optional<String> addressOf(String person) {
        return where(seat -> seat.isOf(person)).stream().map(Seat::address).findFirst();
    }
}
