package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Action;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.Authenticator.Standing;
import dev.fanlight.relay.auth.Authenticator.Verdict;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.chat.AddressTags;
import dev.fanlight.relay.chat.ChatRoom;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.chat.IdentityTokens;
import dev.fanlight.relay.chat.Person;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import dev.fanlight.relay.socket.Handshake;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import java.util.Optional;
import java.util.OptionalLong;

/** Lets players in who hold a good key. Blocking, thread safe. */
public final class Admission {

    private static final int PERSON_BITS = 80;

    private final Authenticator doorkeeper;
    private final AccessPolicy policy;
    private final StreamRegistry streams;
    private final ChatRooms rooms;
    private final IdentityTokens tokens;
    private final AddressTags tags;
    private final Secrets secrets;
    private final AddressLimits limits;
    private final RelayCounters counters;
    private final ConcurrencyLimit headcount;

    /** Lets at most {@code maxViewers} in at a time. */
    public Admission(
            Authenticator doorkeeper,
            AccessPolicy policy,
            StreamRegistry streams,
            ChatRooms rooms,
            IdentityTokens tokens,
            AddressTags tags,
            Secrets secrets,
            AddressLimits limits,
            RelayCounters counters,
            int maxViewers) {
        this.doorkeeper = doorkeeper;
        this.policy = policy;
        this.streams = streams;
        this.rooms = rooms;
        this.tokens = tokens;
        this.tags = tags;
        this.secrets = secrets;
        this.limits = limits;
        this.counters = counters;
        this.headcount = new ConcurrencyLimit(maxViewers);
    }

    /** What became of a wish to watch. */
    sealed interface Decision {}

    /**
     * Come in.
     *
     * @param principal who it is
     * @param door the camera
     * @param expiresAtMillis when the right ends by itself, if it does
     * @param hub the camera’s stream
     * @param room the camera’s chat
     */
    record Admitted(Principal principal, CameraAccess door, OptionalLong expiresAtMillis, LiveStream hub, ChatRoom room)
            implements Decision {

        CameraName camera() {
            return door.camera();
        }
    }

    /**
     * Stay out.
     *
     * @param reason told to the player
     */
    record Refused(CloseReason reason) implements Decision {}

    /** Decides; who is let in is counted until {@link #left}. */
    Decision decide(Watch wish, Handshake handshake) {
        AddressKey address = handshake.key();
        if (limits.blocked(LimitedAction.FAILED_LINK, address).isPresent()) {
            counters.increment(RelayCounter.ADDRESSES_LIMITED);
            return new Refused(CloseReason.BUSY);
        }
        Credentials shown = handshake.credentials().withKey(wish.key());
        Standing standing = doorkeeper.identify(wish.camera(), shown);
        Optional<CameraAccess> door = standing.door();
        if (door.isEmpty()
                || !policy.authorize(
                        standing.principal(), Action.WATCH, door.get().camera())) {
            if (isGuess(shown)) {
                limits.take(LimitedAction.FAILED_LINK, address);
            }
            counters.increment(RelayCounter.VIEWERS_REFUSED);
            return new Refused(CloseReason.WRONG_LINK);
        }
        CameraName camera = door.get().camera();
        Optional<LiveStream> hub = streams.hub(camera);
        Optional<ChatRoom> room = rooms.room(camera);
        if (room.isPresent() && isBanned(room.get(), standing.principal(), wish, address)) {
            counters.increment(RelayCounter.VIEWERS_REFUSED);
            return new Refused(CloseReason.BANNED);
        }
        if (hub.isEmpty() || room.isEmpty()) {
            return new Refused(CloseReason.BUSY);
        }
        return switch (headcount.came(standing.principal(), standing.maxViewers())) {
            case RELAY_FULL -> new Refused(CloseReason.BUSY);
            case LINK_FULL -> new Refused(CloseReason.LINK_FULL);
            case ROOM -> {
                counters.increment(RelayCounter.VIEWERS_ADMITTED);
                streams.settlePause(camera, () -> doorkeeper.isPaused(camera));
                yield new Admitted(standing.principal(), door.get(), standing.expiresAtMillis(), hub.get(), room.get());
            }
        };
    }

    /** Whether somebody who was let in would be let in again; the session they came by counts as used then. */
    Verdict recheck(Admitted admitted, Handshake handshake) {
        doorkeeper.isStillHere(handshake.credentials());
        return doorkeeper.recheck(admitted.principal(), admitted.camera());
    }

    /** Who somebody is in a room: the person of their token, or a new one. Does not block. */
    Person identify(ChatRoom room, Optional<String> token, ChatRole rank) {
        Optional<Person> before = token.flatMap(tokens::verify);
        String id = before.map(Person::id).orElseGet(() -> secrets.base32(PERSON_BITS));
        return room.admit(id, before.map(Person::name), rank);
    }

    /** A token by which this person is known again. */
    String tokenOf(Person person) {
        return tokens.issue(person);
    }

    /** Stands for an address in a chat. */
    String tagOf(AddressKey address) {
        return tags.of(address);
    }

    /** Somebody who was let in is gone. */
    void left(Admitted admitted) {
        headcount.left(admitted.principal());
    }

    /** Keeps a name that was given. Blocking. */
    void remember(CameraName camera, String person, String name) {
        rooms.remember(camera, person, name);
    }

    /** Who shows nothing guesses nothing: a page that is opened anew without its link. */
    private static boolean isGuess(Credentials shown) {
        return shown.key().isPresent();
    }

    /** Who shows no token is nobody so far, whom only a ban of the address can concern. */
    private boolean isBanned(ChatRoom room, Principal principal, Watch wish, AddressKey address) {
        String person = wish.person().flatMap(tokens::verify).map(Person::id).orElse("");
        return room.isBanned(person, tags.of(address), ChatRoles.of(policy, principal, room.camera()));
    }
}
