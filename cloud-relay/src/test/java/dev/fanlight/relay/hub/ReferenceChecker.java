package dev.fanlight.relay.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides, independently of the code under test, whether what was delivered could be decoded. */
final class ReferenceChecker {

    private ReferenceChecker() {}

    static void assertDecodable(List<? extends Frame> delivered) {
        Map<Integer, Long> newest = new HashMap<>();
        for (Frame frame : delivered) {
            int track = frame.header().track();
            long sequence = frame.header().sequence();
            boolean decodable =
                    frame.header().isKey() || Long.valueOf(sequence - 1).equals(newest.get(track));
            assertThat(decodable)
                    .as("%s of track %d in %s", frame, track, delivered)
                    .isTrue();
            assertThat(newest.getOrDefault(track, -1L)).as("order").isLessThan(sequence);
            newest.put(track, sequence);
        }
    }
}
