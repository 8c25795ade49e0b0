package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.chat.Sanction.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sanctions in force in one room, at most {@link #MAX}. Not thread safe. */
final class Sanctions {

    /** Most sanctions in force in one room; beyond that none can be added. */
    static final int MAX = 1_000;

    private record Key(Kind kind, String person) {}

    private final Map<Key, Sanction> inForce = new LinkedHashMap<>();

    Sanctions(List<Sanction> stored) {
        stored.forEach(this::put);
    }

    void put(Sanction sanction) {
        inForce.put(new Key(sanction.kind(), sanction.person()), sanction);
    }

    void remove(Kind kind, String person) {
        inForce.remove(new Key(kind, person));
    }

    boolean isFull(long nowMicros) {
        inForce.values().removeIf(sanction -> !sanction.isInForce(nowMicros));
        return inForce.size() >= MAX;
    }

    Optional<Sanction> find(Kind kind, String person, long nowMicros) {
        return Optional.ofNullable(inForce.get(new Key(kind, person)))
                .filter(sanction -> sanction.isInForce(nowMicros));
    }

    /** All that are in force. */
    List<Sanction> inForce(long nowMicros) {
        return inForce.values().stream()
                .filter(sanction -> sanction.isInForce(nowMicros))
                .toList();
    }

    /** Whether a ban applies: to the person, unless they own the camera, or to the address, unless they moderate. */
    boolean bans(String person, String address, ChatRole role, long nowMicros) {
        if (role == ChatRole.OWNER) {
            return false;
        }
        boolean byAddress = role.compareTo(ChatRole.MODERATOR) < 0;
        return bans(nowMicros).anyMatch(ban -> ban.person().equals(person) || (byAddress && isOf(ban, address)));
    }

    /** Whether a moderator who came from that address is banned. */
    boolean bansModeratorOf(String address, long nowMicros) {
        return bans(nowMicros).anyMatch(ban -> ban.role() == ChatRole.MODERATOR && isOf(ban, address));
    }

    private Stream<Sanction> bans(long nowMicros) {
        return inForce.values().stream()
                .filter(sanction -> sanction.kind() == Kind.BAN && sanction.isInForce(nowMicros));
    }

    private static boolean isOf(Sanction ban, String address) {
        return ban.address().filter(address::equals).isPresent();
    }
}
