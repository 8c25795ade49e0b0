package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.relay.stream.MediaFrame;
import dev.fanlight.relay.stream.TestFrame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides, independently of the code under test, whether what was delivered could be decoded: an access unit needs every one since its key
 * frame that is not disposable.
 */
final class ReferenceChecker {

    private final Map<Integer, Map<Long, MediaHeader>> published = new HashMap<>();

    /** Notes what the agent sent. */
    void published(MediaFrame frame) {
        published
                .computeIfAbsent(frame.header().track(), track -> new HashMap<>())
                .put(frame.header().sequence(), frame.header());
    }

    /** For streams without disposable access units. */
    static void assertDecodable(List<? extends MediaFrame> delivered) {
        ReferenceChecker checker = new ReferenceChecker();
        long newest = delivered.stream()
                .mapToLong(frame -> frame.header().sequence())
                .max()
                .orElse(-1);
        Set<Integer> tracks = new HashSet<>();
        delivered.forEach(frame -> tracks.add(frame.header().track()));
        for (int track : tracks) {
            for (long sequence = 0; sequence <= newest; sequence++) {
                checker.published(TestFrame.track(track, sequence, false, 1));
            }
        }
        delivered.forEach(checker::published);
        checker.assertDecodable(delivered, List.of());
    }

    /**
     * Every access unit has what it refers to, once and in order.
     *
     * @param announced indexes in {@code delivered} before which the viewer was messages of a gap
     */
    void assertDecodable(List<? extends MediaFrame> delivered, List<Integer> announced) {
        Map<Integer, Set<Long>> have = new HashMap<>();
        Map<Integer, Long> newest = new HashMap<>();
        for (int i = 0; i < delivered.size(); i++) {
            MediaFrame frame = delivered.get(i);
            int track = frame.header().track();
            long sequence = frame.header().sequence();
            assertThat(newest.getOrDefault(track, -1L)).as("order").isLessThan(sequence);
            boolean gap = !frame.header().isKey() && newest.getOrDefault(track, -1L) != sequence - 1;
            assertThat(announced.contains(i)).as("gap announced before %s", frame).isEqualTo(gap);
            Set<Long> got = have.computeIfAbsent(track, any -> new HashSet<>());
            assertHasReferences(frame, got, published.get(track));
            got.add(sequence);
            newest.put(track, sequence);
        }
    }

    private static void assertHasReferences(MediaFrame frame, Set<Long> got, Map<Long, MediaHeader> sent) {
        long sequence = frame.header().sequence();
        for (long before = sequence; !sent.get(before).isKey(); ) {
            before--;
            MediaHeader needed = sent.get(before);
            assertThat(needed).as("key frame before %s", frame).isNotNull();
            if (!needed.isDisposable() || needed.isKey()) {
                assertThat(got).as("reference of %s", frame).contains(before);
            }
        }
    }
}
