package dev.fanlight.relay.chat;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.protocol.chat.React;
import dev.fanlight.relay.chat.RoomConnections.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes reactions to the lines of one room, and informs those who show them. Thread safe; nothing here blocks. */
final class RoomReactions {

    private final RoomState state;

    RoomReactions(RoomState state) {
        this.state = state;
    }

    /**
     * What is to be stored for a reaction; empty where it changes nothing or may not be, of which the connection learns by what stands
     * there.
     */
    Optional<ReactionChange> take(Author author, React message) {
        ReactionChange change =
                new ReactionChange(message.seq(), author.person().id(), message.reaction(), message.on());
        synchronized (state) {
            if (isShown(change.seq())
                    && state.reactions().accepts(change)
                    && state.policy().permitsReaction(change.person())) {
                return Optional.of(change);
            }
            state.broadcaster().reply(author.member(), state.reactions().of(change.seq(), change.person()));
            return Optional.empty();
        }
    }

    /** A reaction is stored. */
    void stored(ReactionChange change) {
        synchronized (state) {
            if (isShown(change.seq()) && state.reactions().apply(change)) {
                state.broadcaster().broadcast(state.reactions().of(change.seq()));
                inform(change.seq(), change.person());
            }
        }
    }

    /** Informs a connection that has just joined of all reactions. */
    void greet(ChatMember member, String person) {
        synchronized (state) {
            for (long seq : state.reactions().lines()) {
                state.broadcaster().reply(member, state.reactions().of(seq, person));
            }
        }
    }

    /** Another relay has changed reactions, which are stored so now. */
    void replace(List<ReactionChange> stored) {
        LineReactions next = new LineReactions();
        stored.forEach(next::apply);
        synchronized (state) {
            Set<Long> changed = state.reactions().replace(next);
            changed.forEach(
                    seq -> state.broadcaster().broadcast(state.reactions().of(seq)));
        }
    }

    @GuardedBy("state")
    private boolean isShown(long seq) {
        return state.history().line(seq).filter(ChatLine::isVisible).isPresent();
    }

    @GuardedBy("state")
    private void inform(long seq, String person) {
        for (Connection connection : state.connections().where(each -> each.isOf(person))) {
            state.broadcaster()
                    .reply(connection.author().member(), state.reactions().of(seq, person));
        }
    }
}
