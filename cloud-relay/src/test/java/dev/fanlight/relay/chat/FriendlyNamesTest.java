package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FriendlyNamesTest {

    private final FriendlyNames names = new FriendlyNames(new Random(1));

    @Test
    void aNameThatWasMadeUpIsRecognizedAlsoWithWhatIsAppendedToIt() {
        for (int i = 0; i < 100; i++) {
            String name = names.next();
            assertThat(names.isGenerated(name)).as(name).isTrue();
            assertThat(names.isGenerated(name + "-7k2q")).as(name).isTrue();
        }
    }

    @Test
    void aNameThatAPersonHasChosenIsNone() {
        assertThat(names.isGenerated("Ann")).isFalse();
        assertThat(names.isGenerated("Ann-Marie")).isFalse();
        assertThat(names.isGenerated("-")).isFalse();
        assertThat(names.isGenerated(names.next().toUpperCase(Locale.ROOT))).isFalse();
    }
}
