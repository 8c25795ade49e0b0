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
     * @param author whose it is
     * @param address tag of the address it comes from
     * @param sinceMicros when it joined, the relay’s clock, µs
     */
    record Connection(Author author, String address, long sinceMicros) {

        boolean isOf(String person) {
            return author.person().id().equals(person);
        }
    }

    private final Map<ChatMember, Connection> connections = new LinkedHashMap<>();

    void add(Connection connection) {
        connections.put(connection.author.member(), connection);
    }

    void leave(ChatMember member) {
        connections.remove(member);
    }

    List<Connection> all() {
        return List.copyOf(connections.values());
    }

    List<Connection> where(Predicate<Connection> condition) {
        return connections.values().stream().filter(condition).toList();
    }

    /** The highest role of a person on any of their connections. */
    Optional<ChatRole> roleOf(String person) {
        return where(connection -> connection.isOf(person)).stream()
                .map(connection -> connection.author.role())
                .max(ChatRole::compareTo);
    }

    /** The link of one of a person’s connections. */
    Optional<String> linkOf(String person) {
        return where(connection -> connection.isOf(person)).stream()
                .flatMap(connection -> connection.author.link().stream())
                .findFirst();
    }

    /** The address tag of one of a person’s connections. */
    Optional<String> addressOf(String person) {
        return where(connection -> connection.isOf(person)).stream()
                .map(Connection::address)
                .findFirst();
    }
}
