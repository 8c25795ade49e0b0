package dev.fanlight.relay.chat;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.relay.chat.Sanction.Kind;
import java.util.List;
import java.util.Map;

/** Brings one room in line with what is stored, and informs the members of the differences. Thread safe; nothing here blocks. */
final class RoomChanges {

    private final RoomState state;
    private final RoomModeration moderation;

    RoomChanges(RoomState state, RoomModeration moderation) {
        this.state = state;
        this.moderation = moderation;
    }

    void apply(ModerationLog.InForce inForce, ChatLog.Opening stored) {
        synchronized (state) {
            if (!moderation.mode().equals(inForce.mode())) {
                moderation.mode(inForce.mode());
            }
            List<Sanction> known = state.sanctions().inForce(state.micros());
            inForce.sanctions().stream()
                    .filter(sanction -> !known.contains(sanction))
                    .forEach(this::impose);
            known.stream()
                    .filter(sanction -> inForce.sanctions().stream().noneMatch(other -> isSame(sanction, other)))
                    .forEach(this::lift);
            for (ChatLine line : stored.lines()) {
                mark(line);
            }
            for (Map.Entry<String, String> name : stored.names().entrySet()) {
                name(name.getKey(), name.getValue());
            }
        }
    }

    private void impose(Sanction sanction) {
        if (sanction.kind() == Kind.TIME_OUT) {
            moderation.silenced(sanction);
        } else {
            moderation.banned(sanction);
        }
    }

    private void lift(Sanction sanction) {
        if (sanction.kind() == Kind.TIME_OUT) {
            moderation.silenceLifted(sanction.person());
        } else {
            moderation.banLifted(sanction.person());
        }
    }

    private static boolean isSame(Sanction one, Sanction other) {
        return one.kind() == other.kind() && one.person().equals(other.person());
    }

    @GuardedBy("state")
    private void mark(ChatLine line) {
        boolean differs = state.history()
                .line(line.seq())
                .filter(shown -> shown.isVisible() != line.isVisible())
                .isPresent();
        if (differs) {
            line.removal().ifPresent(removal -> {
                if (removal.undone()) {
                    moderation.restored(line, removal);
                } else {
                    moderation.removed(List.of(line.seq()), removal);
                }
            });
        }
    }

    @GuardedBy("state")
    private void name(String person, String name) {
        boolean differs = state.participants()
                .nameOf(person)
                .filter(shown -> !shown.equals(name))
                .isPresent();
        if (differs) {
            state.participants().name(person, name);
            state.broadcaster().broadcast(new Renamed(person, name));
        }
    }
}
