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

/** Puts acts that are stored into force in one room, and tells those whom they concern. Thread safe; nothing here blocks. */
final class RoomModeration {

    private final RoomState state;

    RoomModeration(RoomState state) {
        this.state = state;
    }

    /**
     * Somebody on whom one may act.
     *
     * @param name what they are called
     * @param rank what they are now, or were when they came last
     * @param address where they come from, or came from last
     */
    record Target(String name, ChatRole rank, Optional<String> address) {}

    /** Somebody who is here or was since the relay started. */
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

    /** Everybody whom the ban concerns is sent away: the person, and who else comes from their address and does not moderate. */
    void banned(Sanction ban) {
        synchronized (state) {
            Sanctions sanctions = state.sanctions();
            sanctions.put(ban);
            state.seats()
                    .where(seat -> sanctions.bans(
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

    /** Who is here, each once with the highest rank and the longest stay. */
    List<PresentPerson> present() {
        synchronized (state) {
            return PresentPerson.of(state.seats().all(), state.people());
        }
    }
}
