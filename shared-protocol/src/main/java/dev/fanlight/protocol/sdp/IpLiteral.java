package dev.fanlight.protocol.sdp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as digits. What is none is never looked up as a name: it was written by a stranger, and a look-up blocks. Stateless. */
final class IpLiteral {

    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int GROUP_BYTES = 2;
    private static final int MAX_OCTET = 255;
    private static final String GAP = "::";
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6_GROUPS = Pattern.compile("[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4}){0,7}");

    private IpLiteral() {}

    /** Reads one; empty where it is none. IPv6 has no zone and no part in the form of IPv4. */
    static Optional<InetAddress> parse(String text) {
        return (text.indexOf(':') < 0 ? v4(text) : v6(text)).flatMap(IpLiteral::address);
    }

    private static Optional<byte[]> v4(String text) {
        if (!V4.matcher(text).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(V4_BYTES);
        for (String octet : text.split("\\.", V4_BYTES)) {
            int value = Integer.parseInt(octet);
            if (value > MAX_OCTET) {
                return Optional.empty();
            }
            bytes.put((byte) value);
        }
        return Optional.of(bytes.array());
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf(GAP);
        if (gap < 0) {
            return groups(text).filter(bytes -> bytes.length == V6_BYTES);
        }
        Optional<byte[]> head = groups(text.substring(0, gap));
        Optional<byte[]> tail = groups(text.substring(gap + GAP.length()));
        return head.flatMap(before -> tail.flatMap(after -> join(before, after)));
    }

    private static Optional<byte[]> join(byte[] before, byte[] after) {
        if (before.length + after.length >= V6_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(before, V6_BYTES);
        System.arraycopy(after, 0, bytes, V6_BYTES - after.length, after.length);
        return Optional.of(bytes);
    }

    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        if (!V6_GROUPS.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] groups = text.split(":", -1);
        ByteBuffer bytes = ByteBuffer.allocate(groups.length * GROUP_BYTES);
        for (String group : groups) {
            bytes.putShort((short) Integer.parseInt(group, 16));
        }
        return Optional.of(bytes.array());
    }

    private static Optional<InetAddress> address(byte[] bytes) {
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
