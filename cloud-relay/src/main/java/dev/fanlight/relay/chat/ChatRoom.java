package dev.fanlight.relay.chat;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.React;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.chat.RenameRefused;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.chat.text.NameRules;
import dev.fanlight.relay.chat.text.TextRules;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The chat of one camera. A line is numbered when it is stored, and is broadcast in that order, to its author after the acknowledgement;
 * moderation commands are part of the same order. Thread safe; nothing here blocks.
 */
public final class ChatRoom {

    private static final int NAME_TRIES = 20;

    private final ChatQueue queue;
    private final FriendlyNames names;
    private final RoomState state;
    private final RoomModeration moderation;
    private final RoomReactions reactions;

    ChatRoom(RoomState state, ChatQueue queue, FriendlyNames names) {
        this.state = state;
        this.queue = queue;
        this.names = names;
        this.moderation = new RoomModeration(state);
        this.reactions = new RoomReactions(state);
    }

    /** Registers a person who joins. An earlier name is kept when it is still free and the role permits it. */
    public Person admit(String id, Optional<String> earlierName, ChatRole role) {
        synchronized (state) {
            String name = state.participants()
                    .nameOf(id)
                    .or(() -> earlierName)
                    .filter(known -> refusal(id, known, role).isEmpty())
                    .orElseGet(() -> freeName(id));
            state.participants().name(id, name);
            state.participants().joined(id);
            return new Person(id, name);
        }
    }

    /** Whether a person is banned; {@code address} is a tag of {@link AddressTags}. */
    public boolean isBanned(String person, String address, ChatRole role) {
        synchronized (state) {
            return state.sanctions().bans(person, address, role, state.micros());
        }
    }

    /**
     * Adds a connection: sends it the missed lines and {@code chat_ready}, then runs {@code ready} on its loop; from then on it receives
     * every broadcast.
     *
     * @param address tag of the address it comes from, of {@link AddressTags}
     * @param since number of the last line it has received
     */
    public void join(Author author, String address, OptionalLong since, Runnable ready) {
        String id = author.person().id();
        synchronized (state) {
            state.connections().add(new RoomConnections.Connection(author, address, state.micros()));
            state.participants().remember(id, author.role(), address, author.link());
            state.broadcaster().join(author.member(), new RoomGreeting(state).to(id, since), ready);
            reactions.greet(author.member(), id);
            if (state.sanctions().bans(id, address, author.role(), state.micros())) {
                state.broadcaster().disconnect(author.member(), CloseReason.BANNED);
            }
        }
    }

    /** Removes a connection that has joined. */
    public void leave(ChatMember member, Person person) {
        synchronized (state) {
            state.participants().left(person.id());
            state.connections().leave(member);
            state.broadcaster().leave(member);
        }
    }

    /** Takes a line; the author receives the answer as a message, an acceptance only after the line is on disk. */
    public void post(Author author, ChatSend message) {
        String text = TextRules.clean(message.text());
        String id = author.person().id();
        synchronized (state) {
            OptionalLong known = state.history().seqOf(id, message.clientId());
            if (known.isPresent()) {
                state.broadcaster().reply(author.member(), new ChatAccepted(message.clientId(), known.getAsLong()));
                return;
            }
            Optional<PostRefusal> refusal = state.policy().refuse(author, text);
            if (refusal.isPresent()) {
                refuse(author, message.clientId(), refusal.get());
                return;
            }
            String name = state.participants().nameOf(id).orElse(author.person().name());
            ChatLog.Draft draft = new ChatLog.Draft(
                    camera(),
                    state.micros(),
                    id,
                    name,
                    text,
                    message.clientId(),
                    author.badge(),
                    state.history().answerable(message.replyTo()));
            if (!queue.offer(new ChatWork.Line(this, author, draft))) {
                refuse(author, message.clientId(), PostRefusal.of(Refusal.UNAVAILABLE));
            }
        }
    }

    /** Takes a reaction to a line; it is broadcast after it is on disk. When too much waits to be stored, it is dropped. */
    public void react(Author author, React message) {
        reactions.take(author, message).ifPresent(change -> {
            var unused = queue.offer(new ChatWork.Reacted(this, change));
        });
    }

    /** Renames a person; empty when it was refused, of which the connection is informed. */
    public Optional<String> rename(Author author, String requested) {
        String name = NameRules.clean(requested);
        String id = author.person().id();
        synchronized (state) {
            Optional<PostRefusal> refusal = refusal(id, name, author.role())
                    .map(PostRefusal::of)
                    .or(() -> state.policy().refuseRename(author));
            if (refusal.isPresent()) {
                state.broadcaster()
                        .reply(
                                author.member(),
                                new RenameRefused(
                                        refusal.get().reason(), refusal.get().retryAfter()));
                return Optional.empty();
            }
            state.participants().name(id, name);
            state.broadcaster().broadcast(new Renamed(id, name));
            return Optional.of(name);
        }
    }

    /** Another relay has changed this room, which is stored so now. */
    void changed(ModerationLog.InForce inForce, ChatLog.Opening stored) {
        new RoomChanges(state, moderation).apply(inForce, stored);
        reactions.replace(stored.reactions());
    }

    /** The name of a person in this room, if known. */
    public Optional<String> nameOf(String person) {
        synchronized (state) {
            return state.participants().nameOf(person);
        }
    }

    /** The name of a person in this room, if they have chosen one themselves. */
    public Optional<String> chosenNameOf(String person) {
        return nameOf(person).filter(name -> !names.isGenerated(name));
    }

    /** Takes a moderation command; the answer is sent as a message, after the command is on disk and broadcast. */
    public void moderate(Author author, Moderate message) {
        Consumer<ModerationResult> answer = result -> answer(author, new Moderated(message.clientId(), result));
        if (author.moderates()) {
            moderate(author.asModerator(), message.act(), answer);
        } else {
            answer.accept(ModerationResult.NOT_ALLOWED);
        }
    }

    /** The camera of this room. */
    public CameraName camera() {
        return state.camera();
    }

    /**
     * Queues a command, unless the rate limit is exceeded; {@code answer} receives the result on the chat writer, or at once when it is not
     * queued.
     */
    void moderate(Moderator by, ModerationAct act, Consumer<ModerationResult> answer) {
        if (mustWait(by)) {
            answer.accept(ModerationResult.TOO_FAST);
        } else if (!queue.offer(new ChatWork.Command(this, by, act, answer))) {
            answer.accept(ModerationResult.UNAVAILABLE);
        }
    }

    RoomReactions reactions() {
        return reactions;
    }

    RoomModeration moderation() {
        return moderation;
    }

    /** Whether a queued line may still be stored: not when a moderator has silenced its author meanwhile, who is informed. */
    boolean confirms(ChatWork.Line line) {
        synchronized (state) {
            Optional<Duration> silence =
                    state.policy().imposedSilence(line.draft().person());
            silence.ifPresent(
                    left -> refuse(line.author(), line.draft().clientId(), PostRefusal.of(Refusal.SILENCED, left)));
            return silence.isEmpty();
        }
    }

    void stored(ChatMember author, ChatLog.Stored stored) {
        synchronized (state) {
            ChatLine line = stored.line();
            state.broadcaster().reply(author, new ChatAccepted(line.clientId(), line.seq()));
            if (stored.isNew()) {
                SharedBuffer encoded = state.broadcaster().encode(line.toMessage());
                state.broadcaster().broadcast(encoded);
                state.history().add(line, encoded);
            }
        }
    }

    /** The number of its newest line. */
    long lastSeq() {
        synchronized (state) {
            return state.history().last();
        }
    }

    /** Broadcasts a line that another relay has stored. */
    void appended(ChatLine line) {
        synchronized (state) {
            SharedBuffer encoded = state.broadcaster().encode(line.toMessage());
            if (line.isVisible()) {
                state.broadcaster().broadcast(encoded);
            }
            state.history().add(line, encoded);
        }
    }

    void notStored(ChatWork.Line line) {
        synchronized (state) {
            refuse(line.author(), line.draft().clientId(), PostRefusal.of(Refusal.UNAVAILABLE));
        }
    }

    void forget(Duration keep) {
        synchronized (state) {
            state.history().forgetBefore(state.micros() - keep.toNanos() / 1000);
            state.reactions().forgetBefore(state.history().first());
        }
    }

    @GuardedBy("state")
    private Optional<Refusal> refusal(String id, String name, ChatRole role) {
        return state.participants().refuse(id, name, camera().text(), role);
    }

    @GuardedBy("state")
    private String freeName(String id) {
        String name = names.next();
        for (int i = 0; i < NAME_TRIES && state.participants().isTaken(name, id); i++) {
            name = names.next();
        }
        return state.participants().isTaken(name, id) ? name + "-" + id.substring(0, Math.min(4, id.length())) : name;
    }

    @GuardedBy("state")
    private void refuse(Author author, String clientId, PostRefusal refusal) {
        state.broadcaster().reply(author.member(), new ChatRefused(clientId, refusal.reason(), refusal.retryAfter()));
        if (refusal.beginsSilence()) {
            refusal.retryAfter()
                    .ifPresent(length -> state.sendTo(author.person().id(), state.silenced(length)));
        }
    }

    private boolean mustWait(Moderator by) {
        synchronized (state) {
            return state.participants().limitsOf(by.id()).waitToAct().isPresent();
        }
    }

    private void answer(Author author, Moderated message) {
        synchronized (state) {
            state.broadcaster().reply(author.member(), message);
        }
    }
}
