package dev.fanlight.relay.viewer;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Rank;
import dev.fanlight.protocol.Watch;
import dev.fanlight.relay.access.AccessPolicy;
import dev.fanlight.relay.access.Action;
import dev.fanlight.relay.access.Principal;
import dev.fanlight.relay.access.Principal.LinkHolder;
import dev.fanlight.relay.access.WatchKeys;
import dev.fanlight.relay.chat.AddressTags;
import dev.fanlight.relay.chat.ChatRoom;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.chat.IdentityTokens;
import dev.fanlight.relay.chat.Person;
import dev.fanlight.relay.hub.StreamHub;
import dev.fanlight.relay.hub.StreamRegistry;
import dev.fanlight.relay.rate.AddressKey;
import dev.fanlight.relay.rate.AddressLimits;
import dev.fanlight.relay.rate.Kind;
import dev.fanlight.relay.stats.RelayCounter;
import dev.fanlight.relay.stats.RelayCounters;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets players in who hold a good key. Blocking, thread safe. */
public final class Admission {

    private static final int PERSON_BITS = 80;

    private final WatchKeys keys;
    private final AccessPolicy policy;
    private final StreamRegistry streams;
    private final ChatRooms rooms;
    private final IdentityTokens tokens;
    private final AddressTags tags;
    private final Secrets secrets;
    private final AddressLimits limits;
    private final RelayCounters counters;
    private final int maxViewers;
    private final AtomicInteger viewers = new AtomicInteger();

    /** Lets at most {@code maxViewers} in at a time. */
    public Admission(
            WatchKeys keys,
            AccessPolicy policy,
            StreamRegistry streams,
            ChatRooms rooms,
            IdentityTokens tokens,
            AddressTags tags,
            Secrets secrets,
            AddressLimits limits,
            RelayCounters counters,
            int maxViewers) {
        this.keys = keys;
        this.policy = policy;
        this.streams = streams;
        this.rooms = rooms;
        this.tokens = tokens;
        this.tags = tags;
        this.secrets = secrets;
        this.limits = limits;
        this.counters = counters;
        this.maxViewers = maxViewers;
    }

    /** What became of a wish to watch. */
    sealed interface Decision {}

    /**
     * Come in.
     *
     * @param holder what the key allows
     * @param hub the camera’s stream
     * @param room the camera’s chat
     */
    record Admitted(LinkHolder holder, StreamHub hub, ChatRoom room) implements Decision {}

    /**
     * Stay out.
     *
     * @param reason told to the player
     */
    record Refused(CloseReason reason) implements Decision {}

    /** Decides about somebody at {@code address}; who is let in is counted until {@link #left}. */
    Decision decide(Watch wish, AddressKey address) {
        if (limits.blocked(Kind.FAILED_LINK, address).isPresent()) {
            counters.increment(RelayCounter.ADDRESSES_LIMITED);
            return new Refused(CloseReason.BUSY);
        }
        Principal principal = keys.holder(wish.camera(), wish.key().orElse(""));
        if (!(principal instanceof LinkHolder holder) || !policy.authorize(holder, Action.WATCH, holder.camera())) {
            limits.take(Kind.FAILED_LINK, address);
            counters.increment(RelayCounter.VIEWERS_REFUSED);
            return new Refused(CloseReason.WRONG_LINK);
        }
        Optional<StreamHub> hub = streams.hub(holder.camera());
        Optional<ChatRoom> room = rooms.room(holder.camera());
        if (room.isPresent() && isBanned(room.get(), holder, wish, address)) {
            counters.increment(RelayCounter.VIEWERS_REFUSED);
            return new Refused(CloseReason.BANNED);
        }
        if (hub.isEmpty() || room.isEmpty() || !count()) {
            return new Refused(CloseReason.BUSY);
        }
        counters.increment(RelayCounter.VIEWERS_ADMITTED);
        return new Admitted(holder, hub.get(), room.get());
    }

    /** Who somebody is in a room: the person of their token, or a new one. Does not block. */
    Person identify(ChatRoom room, Optional<String> token, Rank rank) {
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
    void left() {
        viewers.decrementAndGet();
    }

    /** Keeps a name that was given. Blocking. */
    void remember(CameraName camera, String person, String name) {
        rooms.remember(camera, person, name);
    }

    /** Who shows no token is nobody so far, whom only a ban of the address can concern. */
    private boolean isBanned(ChatRoom room, Principal principal, Watch wish, AddressKey address) {
        String person = wish.person().flatMap(tokens::verify).map(Person::id).orElse("");
        return room.isBanned(person, tags.of(address), Ranks.of(policy, principal, room.camera()));
    }

    private boolean count() {
        if (viewers.incrementAndGet() <= maxViewers) {
            return true;
        }
        viewers.decrementAndGet();
        return false;
    }
}
