package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnstoredChangesTest {

    private final UnstoredChanges changes = new UnstoredChanges();
    private final List<String> written = new ArrayList<>();
    private boolean refuses;

    @Test
    void changeThatTheStoreCanNeverTakeIsDroppedAndTheOthersAreWritten() {
        changes.add("bad", () -> {
            throw new StoreException("it refuses a statement", new SQLException());
        });
        changes.add("good", () -> written.add("good"));
        assertThat(changes.store()).isTrue();
        assertThat(written).containsExactly("good");
    }

    @Test
    void changeThatLosesAgainstAnotherWaitsLongerAndTheOthersAreWritten() {
        refuses = true;
        changes.add("racing", () -> {
            if (refuses) {
                throw new ConflictException(new SQLException());
            }
            written.add("racing");
        });
        changes.add("good", () -> written.add("good"));
        assertThat(changes.store()).isFalse();
        assertThat(changes.contains("racing")).isTrue();
        refuses = false;
        assertThat(changes.store()).isTrue();
        assertThat(written).containsExactly("good", "racing");
    }

    @Test
    void everythingWaitsLongerWhileTheStoreCannotBeWritten() {
        refuses = true;
        changes.add("first", () -> write("first"));
        changes.add("second", () -> write("second"));
        assertThatThrownBy(changes::store).isInstanceOf(StoreUnavailableException.class);
        refuses = false;
        assertThat(changes.store()).isTrue();
        assertThat(written).containsExactly("first", "second");
    }

    @Test
    void newerChangeThatIsWrittenIsNotUndoneByAnEarlierOneThatWaited() {
        changes.add("camera", () -> write("close"));
        changes.supersede("camera", () -> written.add("open"));
        assertThat(changes.store()).isTrue();
        assertThat(written).containsExactly("open");
    }

    @Test
    void earlierChangeGoesOnWaitingWhenTheNewerOneCannotBeWritten() {
        changes.add("camera", () -> write("close"));
        refuses = true;
        assertThatThrownBy(() -> changes.supersede("camera", () -> {
                    write("open");
                    return true;
                }))
                .isInstanceOf(StoreUnavailableException.class);
        refuses = false;
        changes.storeNow("camera");
        assertThat(changes.store()).isTrue();
        assertThat(written).containsExactly("close");
    }

    private void write(String what) {
        if (refuses) {
            throw new StoreUnavailableException("the disk is full", new SQLException());
        }
        written.add(what);
    }
}
