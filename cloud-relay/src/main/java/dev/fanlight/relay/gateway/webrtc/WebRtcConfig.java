package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be set for WebRTC. Immutable.
 *
 * @param port UDP port of all peers, 1–65535
 * @param advertised addresses at which peers reach it; those of this computer when it is empty
 */
public record WebRtcConfig(int port, List<InetAddress> advertised) {

    /** Where there is no other setting: the usual port of servers of WebRTC behind one port. */
    static final int USUAL_PORT = 8_189;

    /** Most addresses: each costs every peer checks. */
    static final int MAX_ADVERTISED = 8;

    /** {@code advertise}. */
    public static final Setting<List<InetAddress>> ADVERTISE = new Setting<>(
            "advertise",
            "",
            text -> addresses(ValueParser.list().parse(text)),
            "Addresses, not names, at which peers of a gateway of WebRTC reach its UDP port, with commas between; empty is those of this"
                    + " computer, which behind NAT are not the right ones.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(TcpConfig.PORT, ADVERTISE);

    public WebRtcConfig {
        advertised = List.copyOf(advertised);
    }

    /**
     * Reads it from settings.
     *
     * @param name of the gateway
     * @throws UserException when there is no port
     */
    static WebRtcConfig of(String name, Settings settings) {
        int port = settings.get(TcpConfig.PORT).orElse(USUAL_PORT);
        if (port == 0) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "\"gateways." + name + ".port\" is 0: WebRTC needs a UDP port, usually " + USUAL_PORT + ".");
        }
        return new WebRtcConfig(port, settings.get(ADVERTISE));
    }

    private static List<InetAddress> addresses(List<String> texts) {
        if (texts.size() > MAX_ADVERTISED) {
            throw new IllegalArgumentException("at most " + MAX_ADVERTISED + " addresses");
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
            if (bytes == null) {
                throw new IllegalArgumentException("addresses like 203.0.113.7 or 2001:db8::7, with commas between");
            }
            try {
                addresses.add(InetAddress.getByAddress(bytes));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("addresses like 203.0.113.7, with commas between", e);
            }
        }
        return addresses;
    }
}
