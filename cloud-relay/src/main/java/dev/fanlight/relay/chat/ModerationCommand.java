package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.BanScope;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationAct.Ban;
import dev.fanlight.protocol.chat.ModerationAct.Links;
import dev.fanlight.protocol.chat.ModerationAct.Pin;
import dev.fanlight.protocol.chat.ModerationAct.Remove;
import dev.fanlight.protocol.chat.ModerationAct.Restore;
import dev.fanlight.protocol.chat.ModerationAct.Slow;
import dev.fanlight.protocol.chat.ModerationAct.TimeOut;
import dev.fanlight.protocol.chat.ModerationAct.Unban;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.relay.chat.RoomModeration.Target;
import dev.fanlight.relay.chat.Sanction.Kind;
import dev.fanlight.relay.chat.text.TextRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Carries out one moderation command: checks the right and the target, stores it, and applies it to the room. Blocking; on the chat writer
 * only.
 */
final class ModerationCommand implements ModerationAct.Handler<ModerationResult> {

    /** How long a removal can be undone. */
    static final Duration UNDO_LIMIT = Duration.ofMinutes(10);

    /** A ban removes the lines that the person wrote in this time before it. */
    static final Duration BAN_REACH = Duration.ofHours(1);

    private final ChatRoom room;
    private final Moderator by;
    private final ModerationLog log;
    private final LinkRevocation links;
    private final long nowMicros;

    ModerationCommand(ChatRoom room, Moderator by, ModerationLog log, LinkRevocation links, long nowMicros) {
        this.room = room;
        this.links = links;
        this.by = by;
        this.log = log;
        this.nowMicros = nowMicros;
    }

    @Override
    public ModerationResult on(Remove act) {
        Optional<ChatLine> line = log.line(camera(), act.seq());
        if (line.isEmpty()) {
            return ModerationResult.UNKNOWN;
        }
        if (!line.get().isVisible()) {
            return ModerationResult.DONE;
        }
        if (!line.get().person().equals(by.id()) && !by.outranks(roleOfAuthor(line.get()))) {
            return ModerationResult.NOT_ALLOWED;
        }
        Removal removal = new Removal(by, nowMicros, false);
        log.mark(camera(), act.seq(), removal);
        room.moderation().removed(List.of(act.seq()), removal);
        return ModerationResult.DONE;
    }

    @Override
    public ModerationResult on(Restore act) {
        Optional<ChatLine> line = log.line(camera(), act.seq());
        Optional<Removal> removal = line.flatMap(ChatLine::removal);
        if (line.isEmpty() || removal.isEmpty() || isTooLate(removal.get())) {
            return ModerationResult.UNKNOWN;
        }
        if (removal.get().undone()) {
            return ModerationResult.DONE;
        }
        if (!by.mayUndo(removal.get().by())) {
            return ModerationResult.NOT_ALLOWED;
        }
        Removal undone = new Removal(removal.get().by(), removal.get().atMicros(), true);
        log.mark(camera(), act.seq(), undone);
        room.moderation().restored(line.get().with(undone), undone);
        return ModerationResult.DONE;
    }

    @Override
    public ModerationResult on(TimeOut act) {
        Optional<Target> target = target(act.person());
        if (target.isEmpty()) {
            return ModerationResult.UNKNOWN;
        }
        if (!by.outranks(target.get().role()) || !mayReplace(Kind.TIME_OUT, act.person())) {
            return ModerationResult.NOT_ALLOWED;
        }
        if (act.length().isZero()) {
            log.lift(camera(), Kind.TIME_OUT, act.person());
            room.moderation().silenceLifted(act.person());
            return ModerationResult.DONE;
        }
        if (room.moderation().isFull()) {
            return ModerationResult.UNAVAILABLE;
        }
        Sanction timeOut = sanction(Kind.TIME_OUT, act.person(), target.get(), act.length());
        try {
            log.impose(camera(), timeOut);
        } finally {
            room.moderation().silenced(timeOut);
        }
        return ModerationResult.DONE;
    }

    @Override
    public ModerationResult on(Ban act) {
        Optional<Target> target = target(act.person());
        if (target.isEmpty()) {
            return ModerationResult.UNKNOWN;
        }
        if (!by.outranks(target.get().role()) || !mayReplace(Kind.BAN, act.person())) {
            return ModerationResult.NOT_ALLOWED;
        }
        if (room.moderation().isFull()) {
            return ModerationResult.UNAVAILABLE;
        }
        Target banned =
                act.scope() == BanScope.ADDRESS ? target.get() : target.get().withoutAddress();
        Optional<String> link = room.moderation().reach(act.person()).flatMap(BanReach::link);
        try {
            impose(sanction(Kind.BAN, act.person(), banned, Sanction.BAN_LENGTH));
        } finally {
            link.ifPresent(id -> links.revoke(id, by));
        }
        return ModerationResult.DONE;
    }

    /** A ban that cannot be stored is in force all the same, until the relay ends. */
    private void impose(Sanction ban) {
        try {
            List<Long> removed = log.ban(camera(), ban, nowMicros - BAN_REACH.toNanos() / 1000);
            room.moderation().removed(removed, new Removal(by, nowMicros, false));
        } finally {
            room.moderation().banned(ban);
        }
    }

    @Override
    public ModerationResult on(Unban act) {
        Optional<Sanction> ban = room.moderation().find(Kind.BAN, act.person());
        if (ban.isEmpty()) {
            return ModerationResult.UNKNOWN;
        }
        if (!by.mayUndo(ban.get().by()) || !by.outranks(ban.get().role())) {
            return ModerationResult.NOT_ALLOWED;
        }
        log.lift(camera(), Kind.BAN, act.person());
        room.moderation().banLifted(act.person());
        return ModerationResult.DONE;
    }

    @Override
    public ModerationResult on(Slow act) {
        return setMode(room.moderation().mode().withSlow((int) act.interval().toSeconds()));
    }

    @Override
    public ModerationResult on(Links act) {
        return setMode(room.moderation().mode().withLinks(act.links()));
    }

    @Override
    public ModerationResult on(Pin act) {
        Optional<String> note = act.note().map(TextRules::clean).filter(text -> !text.isEmpty());
        return note.flatMap(TextRules::refuse).isPresent()
                ? ModerationResult.NOT_ALLOWED
                : setMode(room.moderation().mode().withNote(note));
    }

    private ModerationResult setMode(ChatMode mode) {
        if (by.role().compareTo(ChatRole.MODERATOR) < 0) {
            return ModerationResult.NOT_ALLOWED;
        }
        log.setMode(camera(), mode);
        room.moderation().mode(mode);
        return ModerationResult.DONE;
    }

    private CameraName camera() {
        return room.camera();
    }

    private boolean isTooLate(Removal removal) {
        return nowMicros - removal.atMicros() > UNDO_LIMIT.toNanos() / 1000;
    }

    private boolean mayReplace(Kind kind, String person) {
        return room.moderation()
                .find(kind, person)
                .map(Sanction::by)
                .filter(before -> !by.mayUndo(before))
                .isEmpty();
    }

    private ChatRole roleOfAuthor(ChatLine line) {
        return room.moderation().target(line.person()).map(Target::role).orElseGet(line::role);
    }

    /** For a person who has not joined since the relay started, name and role come from their last line. */
    private Optional<Target> target(String person) {
        return room.moderation()
                .target(person)
                .or(() -> log.lastLineOf(camera(), person)
                        .map(line -> new Target(line.name(), line.role(), Optional.empty())));
    }

    private Sanction sanction(Kind kind, String person, Target target, Duration length) {
        return new Sanction(
                kind,
                person,
                target.name(),
                target.role(),
                target.address(),
                by,
                nowMicros,
                nowMicros + length.toNanos() / 1000);
    }
}
