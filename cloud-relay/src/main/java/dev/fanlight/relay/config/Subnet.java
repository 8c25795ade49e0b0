package dev.fanlight.relay.config;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A range of addresses: one address, or CIDR (RFC 4632, RFC 4291). Immutable.
 *
 * @param address in digits, never a name
 * @param prefix bits that count, 0–32 for IPv4 and 0–128 for IPv6
 */
public record Subnet(String address, int prefix) {

    /** Most ranges in a list of settings. */
    static final int MAX_LISTED = 64;

    private static final String SENTENCE =
            "addresses or ranges like 192.0.2.7, 10.0.0.0/8 or fd00::/8, with commas between, at most " + MAX_LISTED;

    /** Reads a list as it stands in the settings. */
    public static List<Subnet> parseAll(List<String> texts) {
        if (texts.size() > MAX_LISTED) {
            throw new IllegalArgumentException(SENTENCE);
        }
        return texts.stream().map(Subnet::parse).toList();
    }

    /** Whether an address is in the range. Never asks a name server. */
    public boolean contains(InetAddress candidate) {
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT)
                .matches(new InetSocketAddress(candidate, 0));
    }

    private static Subnet parse(String text) {
        String[] parts = text.split("/", -1);
        boolean v4 = NetUtil.isValidIpV4Address(parts[0]);
        if (parts.length > 2 || !(v4 || NetUtil.isValidIpV6Address(parts[0]))) {
            throw new IllegalArgumentException(SENTENCE);
        }
        int most = v4 ? 32 : 128;
        if (parts.length == 1) {
            return new Subnet(parts[0], most);
        }
        if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > most) {
            throw new IllegalArgumentException(SENTENCE);
        }
        return new Subnet(parts[0], Integer.parseInt(parts[1]));
    }
}
