package dev.fanlight.relay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenCountsTest {

    private static final AddressKey ONE = new AddressKey(false, 1);
    private static final AddressKey OTHER = new AddressKey(false, 2);

    private final OpenCounts counts = new OpenCounts(2);

    @Test
    void oneMoreThanAllowedIsRefusedUntilOneIsClosed() {
        assertThat(counts.open(ONE)).isTrue();
        assertThat(counts.open(ONE)).isTrue();
        assertThat(counts.open(ONE)).isFalse();
        counts.closed(ONE);
        assertThat(counts.open(ONE)).isTrue();
        assertThat(counts.open(ONE)).isFalse();
    }

    @Test
    void oneAddressDoesNotCostAnother() {
        counts.open(ONE);
        counts.open(ONE);
        assertThat(counts.open(OTHER)).isTrue();
    }

    @Test
    void nothingIsKeptOfAddressesThatAreGone() {
        counts.open(ONE);
        counts.open(OTHER);
        counts.closed(ONE);
        counts.closed(OTHER);
        assertThat(counts.addresses()).isZero();
    }
}
