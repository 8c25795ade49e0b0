package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationAct.Ban;
import dev.fanlight.protocol.chat.ModerationAct.Remove;
import dev.fanlight.protocol.chat.ModerationAct.Restore;
import dev.fanlight.protocol.chat.ModerationAct.Unban;
import dev.fanlight.protocol.chat.ModerationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any sequence of events, a late joiner, a returning member and a permanent member show the same lines. */
class RoomPropertyTest {

    private static final int STEPS = 150;
    private static final List<String> AUTHORS = List.of("ann", "ben", "cleo");

    private final NavigableMap<Long, Line> model = new TreeMap<>();
    private final Set<String> banned = new HashSet<>();

    @TempDir
    private Path folder;

    private record Line(String author, String text, long micros, boolean visible, long removedMicros) {

        Line with(boolean nowVisible, long micros) {
            return new Line(author, text, this.micros, nowVisible, nowVisible ? removedMicros : micros);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void allPagesShowTheSameLines(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (TestRoom room = new TestRoom(folder)) {
            TestMember moderator = room.join("moderator", ChatRole.MODERATOR);
            TestMember sometimes = room.join("sometimes", ChatRole.WATCHER);
            boolean here = true;
            for (int step = 0; step < STEPS; step++) {
                room.pass(Duration.ofSeconds(2 + random.nextInt(240)));
                switch (random.nextInt(10)) {
                    case 0, 1, 2, 3 -> post(room, AUTHORS.get(random.nextInt(AUTHORS.size())));
                    case 4, 5 -> remove(room, moderator, random);
                    case 6 -> restore(room, moderator, random);
                    case 7 -> banOrNot(room, moderator, AUTHORS.get(random.nextInt(AUTHORS.size())));
                    case 8 -> {
                        if (here) {
                            room.leave(sometimes);
                        } else {
                            sometimes = comeBack(room, sometimes);
                            check(seed + "/" + step + " back", room, sometimes);
                        }
                        here = !here;
                    }
                    default -> {
                        if (random.nextInt(4) == 0) {
                            room.restart();
                            moderator = comeBack(room, moderator);
                            sometimes = comeBack(room, sometimes);
                            here = true;
                        }
                    }
                }
                check(seed + "/" + step, room, moderator);
            }
            check(seed + " at the end", room, here ? sometimes : comeBack(room, sometimes));
        }
    }

    private void check(String when, TestRoom room, TestMember member) {
        List<String> wanted = visible();
        assertThat(member.texts()).as(when + ", who was there").isEqualTo(wanted);
        TestMember late = room.join("late", ChatRole.WATCHER);
        int skipped = Math.max(0, wanted.size() - ChatHistory.FIRST_LINES);
        assertThat(late.texts()).as(when + ", late joiner").isEqualTo(wanted.subList(skipped, wanted.size()));
        room.leave(late);
    }

    private List<String> visible() {
        return model.values().stream().filter(Line::visible).map(Line::text).toList();
    }

    private void post(TestRoom room, String author) {
        if (banned.contains(author)) {
            return;
        }
        TestMember member = room.join(author, ChatRole.CHATTER);
        String text = author + " " + model.size();
        long seq = room.post(member, text);
        model.put(seq, new Line(author, text, room.micros(), true, 0));
        room.leave(member);
    }

    private void remove(TestRoom room, TestMember moderator, Random random) {
        long seq = random.nextLong(1, model.size() + 3L);
        ModerationResult result = room.moderate(moderator, new Remove(seq));
        assertThat(result == ModerationResult.DONE).isEqualTo(model.containsKey(seq));
        model.computeIfPresent(seq, (s, line) -> line.visible() ? line.with(false, room.micros()) : line);
    }

    private void restore(TestRoom room, TestMember moderator, Random random) {
        List<Long> removed = Stream.concat(
                        Stream.of(1L),
                        model.entrySet().stream()
                                .filter(entry -> !entry.getValue().visible())
                                .map(Map.Entry::getKey))
                .toList();
        long seq = removed.get(random.nextInt(removed.size()));
        if (room.moderate(moderator, new Restore(seq)) == ModerationResult.DONE) {
            Line line = model.get(seq);
            assertThat(room.micros() - line.removedMicros()).isLessThanOrEqualTo(600_000_000L);
            model.put(seq, line.with(true, 0));
        }
    }

    private void banOrNot(TestRoom room, TestMember moderator, String author) {
        boolean lift = banned.contains(author);
        ModerationAct act = lift ? new Unban(author) : new Ban(author);
        ModerationResult result = room.moderate(moderator, act);
        if (result != ModerationResult.DONE) {
            assertThat(result).isEqualTo(ModerationResult.UNKNOWN);
            return;
        }
        if (lift) {
            banned.remove(author);
            return;
        }
        banned.add(author);
        long hourAgo = room.micros() - 3_600_000_000L;
        model.replaceAll((seq, line) -> line.visible() && line.author().equals(author) && line.micros() >= hourAgo
                ? line.with(false, room.micros())
                : line);
    }

    /** With what it showed, and from the last line it was message of. */
    private TestMember comeBack(TestRoom room, TestMember before) {
        long since = before.received.stream()
                .mapToLong(message -> message instanceof Chat line
                        ? line.seq()
                        : message instanceof ChatReady ready ? ready.last() : 0)
                .max()
                .orElse(0);
        TestMember member =
                new TestMember(room.room().admit(before.person.id(), Optional.empty(), before.role), before.role);
        member.shown.putAll(before.shown);
        room.room().join(member.author(), "address", OptionalLong.of(since), () -> {});
        return member;
    }
}
