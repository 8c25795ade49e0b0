package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.SharedBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LoopPagesTest {

    /** A number that was told, and how many still hold it. */
    private static final class Said implements SharedBuffer {
        private final List<Integer> numbers;
        private int references = 1;

        private Said(List<Integer> numbers) {
            this.numbers = numbers;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public void retain() {
            assertThat(references++).isPositive();
        }

        @Override
        public void release() {
            assertThat(references--).isPositive();
        }
    }

    private static final class Listener implements ChatMember {
        private final List<Integer> heard = new ArrayList<>();
        private int sends;

        @Override
        public SubscriberLoop loop() {
            throw new IllegalStateException("not asked for here");
        }

        @Override
        public void tell(SharedBuffer message) {
            assertThat(((Said) message).references).isPositive();
            heard.addAll(((Said) message).numbers);
            sends++;
        }

        @Override
        public void sendAway(CloseReason reason) {}
    }

    private record Timer(long due, Runnable task) {}

    private final class Loop implements SubscriberLoop {
        private final Deque<Timer> timers = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            timers.add(new Timer(now + delay.toNanos(), task));
        }

        void pass(Duration time) {
            now += time.toNanos();
            for (int i = timers.size(); i > 0; i--) {
                Timer timer = timers.remove();
                if (timer.due() <= now) {
                    timer.task().run();
                } else {
                    timers.add(timer);
                }
            }
        }
    }

    private long now;
    private int next;
    private final Loop loop = new Loop();
    private final List<Said> made = new ArrayList<>();
    private final Map<Listener, Integer> left = new HashMap<>();
    private final RoomMembers pages = new RoomMembers(loop, this::join, () -> now);

    @Test
    void firstLineIsToldAtOnce() {
        Listener page = come();
        tellAll();
        assertThat(page.heard).containsExactly(0);
    }

    @Test
    void whatIsSaidShortlyAfterIsToldTogether() {
        Listener page = come();
        IntStream.range(0, 5).forEach(i -> tellAll());
        assertThat(page.heard).containsExactly(0);
        loop.pass(RoomMembers.INTERVAL);
        assertThat(page.heard).containsExactly(0, 1, 2, 3, 4);
        assertThat(page.sends).isEqualTo(2);
        assertNothingIsKept();
    }

    @Test
    void roundPausesSoThatPicturesGetInBetween() {
        List<Listener> all = IntStream.range(0, RoomMembers.AT_ONCE * 3)
                .mapToObj(i -> come())
                .toList();
        tellAll();
        for (int served = 1; served <= 3; served++) {
            assertThat(all.stream().filter(page -> page.sends == 1)).hasSize(RoomMembers.AT_ONCE * served);
            loop.pass(Duration.ofMillis(1));
        }
        assertNothingIsKept();
    }

    @Test
    void answerComesAfterAllThatWasToldBefore() {
        Listener page = come();
        IntStream.range(0, 3).forEach(i -> tellAll());
        answer(page);
        assertThat(page.heard).containsExactly(0, 1, 2, 3);
        loop.pass(RoomMembers.INTERVAL);
        assertThat(page.heard).hasSize(4);
    }

    @Test
    void crowdOfLinesIsNotHeldBackBeyondItsBound() {
        Listener page = come();
        IntStream.rangeClosed(0, RoomMembers.MOST_HELD).forEach(i -> tellAll());
        assertThat(page.heard).hasSize(RoomMembers.MOST_HELD + 1);
    }

    @RepeatedTest(50)
    void everyPageGetsEverythingSinceItCameOnceAndInOrder(RepetitionInfo info) {
        long seed = System.nanoTime() + info.getCurrentRepetition();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Listener> present = new ArrayList<>();
        List<Integer> since = new ArrayList<>();
        for (int i = 0; i < 3 * RoomMembers.AT_ONCE; i++) {
            present.add(come());
            since.add(0);
        }
        for (int i = 0; i < 2_000; i++) {
            switch (random.nextInt(6)) {
                case 0 -> {
                    present.add(come());
                    since.add(next);
                }
                case 1 -> leave(present, since, random);
                case 2 -> answerToOne(present, random);
                case 3 -> loop.pass(Duration.ofMillis(random.nextInt(60)));
                default -> tellAll();
            }
        }
        loop.pass(RoomMembers.INTERVAL);
        IntStream.range(0, 100).forEach(i -> loop.pass(Duration.ofMillis(2)));
        for (int i = 0; i < present.size(); i++) {
            List<Integer> told =
                    present.get(i).heard.stream().filter(n -> n >= 0).toList();
            assertThat(told)
                    .containsExactlyElementsOf(
                            IntStream.range(since.get(i), next).boxed().toList());
        }
        assertThat(left).allSatisfy((page, heard) -> assertThat(page.heard).hasSize(heard));
        assertNothingIsKept();
    }

    @Test
    void nothingIsKeptWhenAllHaveGone() {
        Listener page = come();
        IntStream.range(0, 5).forEach(i -> tellAll());
        pages.leave(page);
        pages.close();
        loop.pass(RoomMembers.INTERVAL);
        assertThat(page.heard).hasSize(1);
        assertNothingIsKept();
    }

    private Listener come() {
        Listener page = new Listener();
        pages.join(page);
        return page;
    }

    private void leave(List<Listener> present, List<Integer> since, Random random) {
        if (present.isEmpty()) {
            return;
        }
        int which = random.nextInt(present.size());
        since.remove(which);
        Listener gone = present.remove(which);
        pages.leave(gone);
        left.put(gone, gone.heard.size());
    }

    private void answerToOne(List<Listener> present, Random random) {
        if (!present.isEmpty()) {
            Said answer = new Said(List.of(-1));
            pages.tell(present.get(random.nextInt(present.size())), answer);
        }
    }

    private void answer(Listener page) {
        pages.tell(page, new Said(List.of(next++)));
    }

    private void tellAll() {
        Said said = new Said(List.of(next++));
        made.add(said);
        pages.tellAll(said);
    }

    private Said join(List<? extends SharedBuffer> parts) {
        Said joined = new Said(
                parts.stream().flatMap(part -> ((Said) part).numbers.stream()).toList());
        made.add(joined);
        joined.retain();
        return joined;
    }

    private void assertNothingIsKept() {
        assertThat(made).allSatisfy(said -> assertThat(said.references).isEqualTo(1));
    }
}
