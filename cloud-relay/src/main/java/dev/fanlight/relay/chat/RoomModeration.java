package dev.fanlight.relay.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.relay.chat.Sanction.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
     * @param rank their role now, or when they last joined
     * @param address tag of the address they come from, or last came from
     */
    record Target(String name, ChatRole rank, Optional<String> address) {}

    /** A person who is in the room or has been since the relay started. */
    Optional<Target> target(String person) {
        synchronized (state) {
            Optional<ChatRole> rank =
                    state.seats().rankOf(person).or(() -> state.people().lastRankOf(person));
            Optional<String> address =
                    state.seats().addressOf(person).or(() -> state.people().lastAddressOf(person));
            return rank.map(known -> new Target(state.people().nameOf(person).orElse(""), known, address));
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
            return state.floor().mode();
        }
    }

    void mode(ChatMode mode) {
        synchronized (state) {
            state.floor().mode(mode);
            state.voice().tellAll(mode);
        }
    }

    void removed(List<Long> seqs, Removal removal) {
        synchronized (state) {
            for (long seq : seqs) {
                state.history().mark(seq, removal);
                state.voice().tellAll(new ChatRemoved(seq));
            }
        }
    }

    void restored(ChatLine line, Removal undone) {
        synchronized (state) {
            state.history().mark(line.seq(), undone);
            state.voice().tellAll(new ChatRestored(line.told()));
        }
    }

    void silenced(Sanction timeOut) {
        synchronized (state) {
            state.sanctions().put(timeOut);
            state.tell(timeOut.person(), new ChatSilenced(OptionalLong.of(timeOut.untilMicros())));
        }
    }

    void silenceLifted(String person) {
        synchronized (state) {
            state.sanctions().remove(Kind.TIME_OUT, person);
            state.people().paceOf(person).offences().forgive();
            state.tell(person, new ChatSilenced(OptionalLong.empty()));
        }
    }

    /** Disconnects all whom the ban concerns: the person, and those from the same address who do not moderate. */
    void banned(Sanction ban) {
        synchronized (state) {
            state.sanctions().put(ban);
            state.seats()
                    .where(seat -> state.sanctions()
                            .bans(
                                    seat.speaker().person().id(),
                                    seat.address(),
                                    seat.speaker().rank(),
                                    state.micros()))
                    .forEach(seat -> state.voice().sendAway(seat.speaker().member(), CloseReason.BANNED));
        }
    }

    void banLifted(String person) {
        synchronized (state) {
            state.sanctions().remove(Kind.BAN, person);
        }
    }

    /** The people in the room, each once, with their highest role and earliest arrival. */
    List<PresentPerson> present() {
        synchronized (state) {
            return PresentPerson.of(state.seats().all(), state.people());
        }
    }
}
