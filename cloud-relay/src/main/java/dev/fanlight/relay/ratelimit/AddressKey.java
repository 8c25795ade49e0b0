package dev.fanlight.relay.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Whom limits count as one: an IPv4 address, or the /64 of an IPv6 address, which one household or one rented machine has to itself
 * (RFC 6177). An IPv4 address in IPv6 form is the IPv4 address. Immutable.
 *
 * @param isIpv6 which of the two
 * @param bits the address, or the first half of it
 */
public record AddressKey(boolean isIpv6, long bits) {

    /** Of the half of an IPv6 address: the /48 that one site has at most (RFC 6177). */
    private static final long IPV6_NETWORK = -1L << 16;

    private static final long IPV4_NETWORK = -1L << 16;

    /** The key of an address. */
    public static AddressKey of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new AddressKey(true, bytes.getLong())
                : new AddressKey(false, bytes.getInt());
    }

    /** Whom fair shares count as one besides: the /48 of an IPv6 address, the /16 of an IPv4 address, which one owner may have a lot of. */
    AddressKey network() {
        return new AddressKey(isIpv6, bits & (isIpv6 ? IPV6_NETWORK : IPV4_NETWORK));
    }
}
