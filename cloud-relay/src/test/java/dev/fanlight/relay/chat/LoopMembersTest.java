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

class LoopMembersTest {

    /** A number that was message, and how many still hold it. */
    private static final class Message implements SharedBuffer {
        private final List<Integer> numbers;
        private int references = 1;

        private Message(List<Integer> numbers) {
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
        private final List<Integer> received = new ArrayList<>();
        private int sends;

        @Override
        public SubscriberLoop loop() {
            throw new IllegalStateException("not asked for here");
        }

        @Override
        public void send(SharedBuffer message) {
            assertThat(((Message) message).references).isPositive();
            received.addAll(((Message) message).numbers);
            sends++;
        }

        @Override
        public void disconnect(CloseReason reason) {}
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
    private final List<Message> made = new ArrayList<>();
    private final Map<Listener, Integer> left = new HashMap<>();
    private final LoopMembers members = new LoopMembers(loop, this::join, () -> now);

    @Test
    void firstLineIsSentAtOnce() {
        Listener member = join();
        broadcast();
        assertThat(member.received).containsExactly(0);
    }

    @Test
    void linesPostedShortlyAfterAreSentTogether() {
        Listener member = join();
        IntStream.range(0, 5).forEach(i -> broadcast());
        assertThat(member.received).containsExactly(0);
        loop.pass(LoopMembers.INTERVAL);
        assertThat(member.received).containsExactly(0, 1, 2, 3, 4);
        assertThat(member.sends).isEqualTo(2);
        assertAllReleased();
    }

    @Test
    void roundPausesSoThatFramesAreSentInBetween() {
        List<Listener> all = IntStream.range(0, LoopMembers.AT_ONCE * 3)
                .mapToObj(i -> join())
                .toList();
        broadcast();
        for (int served = 1; served <= 3; served++) {
            assertThat(all.stream().filter(member -> member.sends == 1)).hasSize(LoopMembers.AT_ONCE * served);
            loop.pass(Duration.ofMillis(1));
        }
        assertAllReleased();
    }

    @Test
    void answerIsSentAfterAllEarlierBroadcasts() {
        Listener member = join();
        IntStream.range(0, 3).forEach(i -> broadcast());
        answer(member);
        assertThat(member.received).containsExactly(0, 1, 2, 3);
        loop.pass(LoopMembers.INTERVAL);
        assertThat(member.received).hasSize(4);
    }

    @Test
    void fullBufferStartsARoundAtOnce() {
        Listener member = join();
        IntStream.rangeClosed(0, LoopMembers.MOST_HELD).forEach(i -> broadcast());
        assertThat(member.received).hasSize(LoopMembers.MOST_HELD + 1);
    }

    @RepeatedTest(50)
    void everyMemberReceivesEverythingSinceItJoinedOnceAndInOrder(RepetitionInfo info) {
        long seed = System.nanoTime() + info.getCurrentRepetition();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Listener> present = new ArrayList<>();
        List<Integer> since = new ArrayList<>();
        for (int i = 0; i < 3 * LoopMembers.AT_ONCE; i++) {
            present.add(join());
            since.add(0);
        }
        for (int i = 0; i < 2_000; i++) {
            switch (random.nextInt(6)) {
                case 0 -> {
                    present.add(join());
                    since.add(next);
                }
                case 1 -> leave(present, since, random);
                case 2 -> answerToOne(present, random);
                case 3 -> loop.pass(Duration.ofMillis(random.nextInt(60)));
                default -> broadcast();
            }
        }
        loop.pass(LoopMembers.INTERVAL);
        IntStream.range(0, 100).forEach(i -> loop.pass(Duration.ofMillis(2)));
        for (int i = 0; i < present.size(); i++) {
            List<Integer> message =
                    present.get(i).received.stream().filter(n -> n >= 0).toList();
            assertThat(message)
                    .containsExactlyElementsOf(
                            IntStream.range(since.get(i), next).boxed().toList());
        }
        assertThat(left).allSatisfy((member, received) -> assertThat(member.received).hasSize(received));
        assertAllReleased();
    }

    @Test
    void everythingIsReleasedWhenAllHaveLeft() {
        Listener member = join();
        IntStream.range(0, 5).forEach(i -> broadcast());
        members.leave(member);
        members.close();
        loop.pass(LoopMembers.INTERVAL);
        assertThat(member.received).hasSize(1);
        assertAllReleased();
    }

    private Listener join() {
        Listener member = new Listener();
        members.join(member);
        return member;
    }

    private void leave(List<Listener> present, List<Integer> since, Random random) {
        if (present.isEmpty()) {
            return;
        }
        int which = random.nextInt(present.size());
        since.remove(which);
        Listener gone = present.remove(which);
        members.leave(gone);
        left.put(gone, gone.received.size());
    }

    private void answerToOne(List<Listener> present, Random random) {
        if (!present.isEmpty()) {
            Message answer = new Message(List.of(-1));
            members.send(present.get(random.nextInt(present.size())), answer);
        }
    }

    private void answer(Listener member) {
        members.send(member, new Message(List.of(next++)));
    }

    private void broadcast() {
        Message message = new Message(List.of(next++));
        made.add(message);
        members.broadcast(message);
    }

    private Message join(List<? extends SharedBuffer> parts) {
        Message joined = new Message(
                parts.stream().flatMap(part -> ((Message) part).numbers.stream()).toList());
        made.add(joined);
        joined.retain();
        return joined;
    }

    private void assertAllReleased() {
        assertThat(made).allSatisfy(message -> assertThat(message.references).isEqualTo(1));
    }
}
