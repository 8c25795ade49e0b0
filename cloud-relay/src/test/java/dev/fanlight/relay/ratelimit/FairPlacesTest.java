package dev.fanlight.relay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class FairPlacesTest {

    private final FairPlaces<String> places = new FairPlaces<>(3);

    @Test
    void oldestOfTheAddressWithTheMostLosesItsPlace() throws UnknownHostException {
        places.add("client", at("192.0.2.1"));
        places.add("flood 1", at("192.0.2.2"));
        places.add("flood 2", at("192.0.2.2"));

        assertThat(places.add("flood 3", at("192.0.2.2"))).contains("flood 1");
        assertThat(places.add("another client", at("192.0.2.3"))).contains("flood 2");
        assertThat(places.size()).isEqualTo(3);
    }

    @Test
    void networkWithManyAddressesCountsAsOneThatHasMany() throws UnknownHostException {
        places.add("client", at("2001:db8:1::1"));
        places.add("flood 1", at("2001:db8:2:1::1"));
        places.add("flood 2", at("2001:db8:2:2::1"));

        assertThat(places.add("flood 3", at("2001:db8:2:3::1"))).contains("flood 1");
        assertThat(places.add("flood 4", at("2001:db8:2:4::1"))).contains("flood 2");
    }

    @Test
    void oldestOfAllLosesItsPlaceWhereAllHaveTheSame() throws UnknownHostException {
        places.add("1", at("192.0.2.1"));
        places.add("2", at("198.51.100.1"));
        places.add("3", at("203.0.113.1"));

        assertThat(places.add("4", at("10.0.0.1"))).contains("1");
    }

    @Test
    void networkThatFailsLosesItsPlaceAndIsServedLastThoughItHasNoMoreHolders() throws UnknownHostException {
        NetworkFailures failures = new NetworkFailures();
        FairPlaces<String> fair = new FairPlaces<>(2, failures);
        failures.add(at("198.51.100.7"));
        fair.add("client", at("192.0.2.1"));
        fair.add("guess 1", at("198.51.100.8"));

        assertThat(fair.add("guess 2", at("198.51.100.9"))).contains("guess 1");
        assertThat(fair.add("another client", at("203.0.113.1"))).contains("guess 2");
        fair.remove("another client");
        fair.add("guess 3", at("198.51.100.10"));
        assertThat(fair.poll()).contains("client");
        assertThat(fair.poll()).contains("guess 3");
    }

    @Test
    void holderAtTheAddressWithTheFewestIsServedFirst() throws UnknownHostException {
        places.add("flood 1", at("192.0.2.2"));
        places.add("flood 2", at("192.0.2.2"));
        places.add("client", at("198.51.100.1"));

        assertThat(places.poll()).contains("client");
        assertThat(places.poll()).contains("flood 1");
        assertThat(places.poll()).contains("flood 2");
        assertThat(places.poll()).isEmpty();
    }

    @Test
    void freedPlaceIsHeldNoMore() throws UnknownHostException {
        places.add("1", at("192.0.2.1"));

        assertThat(places.remove("1")).isTrue();
        assertThat(places.remove("1")).isFalse();
        assertThat(places.size()).isZero();
    }

    private static AddressKey at(String address) throws UnknownHostException {
        return AddressKey.of(InetAddress.getByName(address));
    }
}
