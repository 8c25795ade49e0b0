package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.store.Recordings.RecordedCamera;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StoreTest
class RecordingsTest extends OpenedStore {

    private static final String FOLDER = "folder";
    private static final long SECOND = 1_000_000;
    private static final int INIT_BYTES = 700;
    private static final int GROUP_BYTES = 1_000;
    private static final long GROUPS_OF_FILE = 5;
    private static final long GROUP_MICROS = 2 * SECOND;
    private static final long FILE_MICROS = GROUPS_OF_FILE * GROUP_MICROS;

    private Recordings recordings;
    private String front;

    RecordingsTest(StoreKind kind) {
        super(kind);
    }

    @BeforeEach
    void invite() {
        store.invitations().invite(FRONT, true);
        store.invitations().invite(BACK, true);
        recordings = store.recordings();
        front = recordings.cameraId(FRONT).orElseThrow();
    }

    @Test
    void groupsOfATimeAreFoundInAllFilesThatOverlapIt() {
        for (long start : List.of(100 * SECOND, 110 * SECOND, 200 * SECOND)) {
            add(front, start);
        }
        add(recordings.cameraId(BACK).orElseThrow(), 105 * SECOND);
        assertThat(starts(0, Long.MAX_VALUE, 100)).hasSize(15).isSorted();
        assertThat(starts(108 * SECOND, 113 * SECOND, 100)).containsExactly(108 * SECOND, 110 * SECOND, 112 * SECOND);
        assertThat(starts(107 * SECOND, 113 * SECOND, 2)).containsExactly(106 * SECOND, 108 * SECOND);
        assertThat(starts(120 * SECOND, 200 * SECOND, 100)).isEmpty();
        assertThat(starts(209 * SECOND, Long.MAX_VALUE, 100)).containsExactly(208 * SECOND);
        assertThat(starts(210 * SECOND, Long.MAX_VALUE, 100)).isEmpty();
        assertThat(recordings.files(FOLDER, front, 110 * SECOND, 200 * SECOND))
                .containsExactly(file(front, 110 * SECOND));
        assertThat(recordings.group(FOLDER, front, 110 * SECOND, INIT_BYTES + GROUP_BYTES))
                .contains(group(110 * SECOND, 1));
    }

    @Test
    void aFileGrowsAndWhatIsIndexedTwiceIsThereOnce() {
        RecordedFile whole = file(front, 100 * SECOND);
        RecordedFile begun = new RecordedFile(
                FOLDER, front, 100 * SECOND, 102 * SECOND, 7, INIT_BYTES, INIT_BYTES + GROUP_BYTES, "avc1.42c01f");
        recordings.add(begun, List.of(group(100 * SECOND, 0)));
        assertThat(recordings.bytes(FOLDER)).isEqualTo(begun.bytes());
        recordings.add(whole, groups(100 * SECOND));
        assertThat(recordings.file(FOLDER, front, 100 * SECOND)).contains(whole);
        assertThat(recordings.bytes(FOLDER)).isEqualTo(whole.bytes());
        assertThat(starts(0, Long.MAX_VALUE, 100)).hasSize((int) GROUPS_OF_FILE);
    }

    @Test
    void theOldestFilesComeFirstAndGoWithTheirGroups() {
        add(front, 200 * SECOND);
        add(front, 100 * SECOND);
        assertThat(recordings.oldest(FOLDER, 1)).containsExactly(file(front, 100 * SECOND));
        recordings.remove(file(front, 100 * SECOND));
        assertThat(recordings.files(FOLDER)).containsExactly(file(front, 200 * SECOND));
        assertThat(starts(0, Long.MAX_VALUE, 100)).startsWith(200 * SECOND).hasSize((int) GROUPS_OF_FILE);
        recordings.removeCamera("another", front);
        assertThat(recordings.files(FOLDER)).hasSize(1);
        recordings.removeCamera(FOLDER, front);
        assertThat(recordings.files(FOLDER)).isEmpty();
        assertThat(starts(0, Long.MAX_VALUE, 100)).isEmpty();
    }

    @Test
    void onlyCamerasWhoseOwnerWantsItAreRecorded() {
        assertThat(recordings.cameras()).isEmpty();
        store.cameras().record(FRONT, RecordMode.WHILE_WATCHED);
        assertThat(recordings.cameras()).containsExactly(new RecordedCamera(front, FRONT, RecordMode.WHILE_WATCHED));
        assertThat(recordings.cameraIds()).hasSize(2).contains(front);
    }

    private void add(String camera, long start) {
        recordings.add(file(camera, start), groups(start));
    }

    private List<Long> starts(long from, long to, int most) {
        return recordings.groups(FOLDER, front, from, to, most).stream()
                .map(RecordedGroup::startMicros)
                .toList();
    }

    private static RecordedFile file(String camera, long start) {
        long bytes = INIT_BYTES + GROUPS_OF_FILE * GROUP_BYTES;
        return new RecordedFile(FOLDER, camera, start, start + FILE_MICROS, 7, INIT_BYTES, bytes, "avc1.42c01f");
    }

    private static List<RecordedGroup> groups(long file) {
        return LongStream.range(0, GROUPS_OF_FILE).mapToObj(i -> group(file, i)).toList();
    }

    private static RecordedGroup group(long file, long number) {
        return new RecordedGroup(
                file,
                INIT_BYTES + number * GROUP_BYTES,
                GROUP_BYTES,
                file + number * GROUP_MICROS,
                GROUP_MICROS,
                number != 1);
    }
}
