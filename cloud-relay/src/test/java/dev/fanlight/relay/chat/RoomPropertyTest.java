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

/** Whatever happens in a room, who comes late, who comes back and who was there all the time show the same lines. */
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
    void everybodyShowsTheSameLines(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (TestRoom room = new TestRoom(folder)) {
            Page moderator = room.page("moderator", ChatRole.MODERATOR);
            Page sometimes = room.page("sometimes", ChatRole.WATCHER);
            boolean here = true;
            for (int step = 0; step < STEPS; step++) {
                room.pass(Duration.ofSeconds(2 + random.nextInt(240)));
                switch (random.nextInt(10)) {
                    case 0, 1, 2, 3 -> say(room, AUTHORS.get(random.nextInt(AUTHORS.size())));
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

    private void check(String when, TestRoom room, Page page) {
        List<String> wanted = visible();
        assertThat(page.texts()).as(when + ", who was there").isEqualTo(wanted);
        Page late = room.page("late", ChatRole.WATCHER);
        int skipped = Math.max(0, wanted.size() - ChatHistory.FIRST_LINES);
        assertThat(late.texts()).as(when + ", who comes late").isEqualTo(wanted.subList(skipped, wanted.size()));
        room.leave(late);
    }

    private List<String> visible() {
        return model.values().stream().filter(Line::visible).map(Line::text).toList();
    }

    private void say(TestRoom room, String author) {
        if (banned.contains(author)) {
            return;
        }
        Page page = room.page(author, ChatRole.CHATTER);
        String text = author + " " + model.size();
        long seq = room.say(page, text);
        model.put(seq, new Line(author, text, room.micros(), true, 0));
        room.leave(page);
    }

    private void remove(TestRoom room, Page moderator, Random random) {
        long seq = random.nextLong(1, model.size() + 3L);
        ModerationResult result = room.moderate(moderator, new Remove(seq));
        assertThat(result == ModerationResult.DONE).isEqualTo(model.containsKey(seq));
        model.computeIfPresent(seq, (s, line) -> line.visible() ? line.with(false, room.micros()) : line);
    }

    private void restore(TestRoom room, Page moderator, Random random) {
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

    private void banOrNot(TestRoom room, Page moderator, String author) {
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

    /** With what it showed, and from the last line it was told of. */
    private Page comeBack(TestRoom room, Page before) {
        long since = before.heard.stream()
                .mapToLong(told ->
                        told instanceof Chat line ? line.seq() : told instanceof ChatReady ready ? ready.last() : 0)
                .max()
                .orElse(0);
        Page page = new Page(room.room().admit(before.person.id(), Optional.empty(), before.rank), before.rank);
        page.shown.putAll(before.shown);
        room.room().join(page.speaker(), "address", OptionalLong.of(since), () -> {});
        return page;
    }
}
