package dev.fanlight.relay.chat;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.relay.chat.RoomConnections.Connection;
import dev.fanlight.relay.chat.Sanction.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Applies stored moderation commands to one room and informs the members concerned. Thread safe; nothing here blocks. */
final class RoomModeration {

    private final RoomState state;

    RoomModeration(RoomState state) {
        this.state = state;
    }

    /**
     * A person who can be moderated.
     *
     * @param name their present name
     * @param role their role now, or when they last joined
     * @param address tag of the address they come from, or last came from
     */
    record Target(String name, ChatRole role, Optional<String> address) {

        Target withoutAddress() {
            return new Target(name, role, Optional.empty());
        }
    }

    /** Whom a ban of a person concerns now; empty when they are not known. */
    Optional<BanReach> reach(String person) {
        synchronized (state) {
            return target(person).map(target -> reach(person, target));
        }
    }

    @GuardedBy("state")
    private BanReach reach(String person, Target target) {
        Optional<String> link = target.role() == ChatRole.MODERATOR
                ? state.connections()
                        .linkOf(person)
                        .or(() -> state.participants().lastLinkOf(person))
                : Optional.empty();
        List<PresentPerson> sameAddress = others(
                person,
                other -> target.address().filter(other.address()::equals).isPresent()
                        && !other.author().moderates());
        List<PresentPerson> sameLink = others(
                person, other -> link.isPresent() && other.author().link().equals(link));
        return new BanReach(person, target.name(), target.role(), sameAddress, link, sameLink);
    }

    @GuardedBy("state")
    private List<PresentPerson> others(String person, Predicate<Connection> condition) {
        return PresentPerson.of(
                state.connections().where(other -> !other.isOf(person) && condition.test(other)), state.participants());
    }

    /** A person who is in the room or has been since the relay started. */
    Optional<Target> target(String person) {
        synchronized (state) {
            Optional<ChatRole> role = state.connections()
                    .roleOf(person)
                    .or(() -> state.participants().lastRoleOf(person));
            Optional<String> address = state.connections()
                    .addressOf(person)
                    .or(() -> state.participants().lastAddressOf(person));
            return role.map(
                    known -> new Target(state.participants().nameOf(person).orElse(""), known, address));
        }
    }

    Optional<Sanction> find(Kind kind, String person) {
        synchronized (state) {
            return state.sanctions().find(kind, person, state.micros());
        }
    }

    boolean bansModeratorOf(String address) {
        synchronized (state) {
            return state.sanctions().bansModeratorOf(address, state.micros());
        }
    }

    boolean isFull() {
        synchronized (state) {
            return state.sanctions().isFull(state.micros());
        }
    }

    ChatMode mode() {
        synchronized (state) {
            return state.policy().mode();
        }
    }

    void mode(ChatMode mode) {
        synchronized (state) {
            state.policy().mode(mode);
            state.broadcaster().broadcast(mode);
        }
    }

    void removed(List<Long> seqs, Removal removal) {
        synchronized (state) {
            for (long seq : seqs) {
                state.history().mark(seq, removal);
                state.broadcaster().broadcast(new ChatRemoved(seq));
            }
        }
    }

    void restored(ChatLine line, Removal undone) {
        synchronized (state) {
            state.history().mark(line.seq(), undone);
            state.broadcaster().broadcast(new ChatRestored(line.toMessage()));
        }
    }

    void silenced(Sanction timeOut) {
        synchronized (state) {
            state.sanctions().put(timeOut);
            state.sendTo(timeOut.person(), new ChatSilenced(OptionalLong.of(timeOut.untilMicros())));
        }
    }

    void silenceLifted(String person) {
        synchronized (state) {
            state.sanctions().remove(Kind.TIME_OUT, person);
            state.participants().limitsOf(person).spamGuard().reset();
            state.sendTo(person, new ChatSilenced(OptionalLong.empty()));
        }
    }

    /** Disconnects all whom the ban concerns: the person, and those from the same address who do not moderate. */
    void banned(Sanction ban) {
        synchronized (state) {
            Sanctions sanctions = state.sanctions();
            sanctions.put(ban);
            state.connections()
                    .where(connection -> sanctions.bans(
                            connection.author().person().id(),
                            connection.address(),
                            connection.author().role(),
                            state.micros()))
                    .forEach(connection ->
                            state.broadcaster().disconnect(connection.author().member(), CloseReason.BANNED));
        }
    }

    void banLifted(String person) {
        synchronized (state) {
            state.sanctions().remove(Kind.BAN, person);
        }
    }

    /** The participants in the room, each once, with their highest role and earliest arrival. */
    List<PresentPerson> present() {
        synchronized (state) {
            return PresentPerson.of(state.connections().all(), state.participants());
        }
    }
}
