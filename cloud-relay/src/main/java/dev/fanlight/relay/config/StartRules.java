package dev.fanlight.relay.config;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Refuses settings that are valid one by one and wrong together. Stateless. */
public final class StartRules {

    /** How the secret in the documentation begins, which everybody knows. */
    private static final String SAMPLE_SECRET = "REPLACE-IT";

    private StartRules() {}

    public static void check(RelayConfig config) {
        ProxyConfig proxy = config.proxy();
        boolean plain = proxy.behind() || config.listen().plainPort().isPresent();
        if (plain && !proxy.insecure() && !isLoopback(proxy.plainAddress())) {
            throw wrong("Without TLS anyone on the network path can watch: http.plain_address=" + proxy.plainAddress()
                    + " can be reached by other computers. If you want that, set http.insecure=true.");
        }
        if (proxy.behind() && config.certificates().mode() != TlsMode.OWN) {
            throw wrong("With http.behind_proxy=true the proxy has the certificate: remove tls.mode.");
        }
        if (proxy.behind() && config.listen().publicHost().isEmpty()) {
            throw wrong("http.behind_proxy=true needs http.public_host, the name under which others reach the proxy,"
                    + " or http.public_url.");
        }
        String host = config.listen().publicHost();
        proxy.publicUrl().filter(url -> !url.bareHost().equalsIgnoreCase(host)).ifPresent(url -> {
            throw wrong("http.public_host=" + host + " and http.public_url name different hosts: remove one of them.");
        });
        if (proxy.behind() && proxy.trusted().isEmpty()) {
            throw wrong(
                    "http.behind_proxy=true needs http.trusted_proxies, the addresses of the proxy: 127.0.0.1,::1 when it"
                            + " runs on this computer.");
        }
        checkCluster(config);
    }

    /** Relays that share their cameras share a database, and prove to each other that they belong together. */
    private static void checkCluster(RelayConfig config) {
        ClusterConfig cluster = config.cluster();
        if (!cluster.isOn()) {
            return;
        }
        if (config.store().server().isEmpty()) {
            throw wrong("cluster.redis needs store.url: the relays of a cluster share one PostgreSQL database.");
        }
        if (cluster.address().isEmpty()) {
            throw wrong("cluster.redis needs cluster.address, where the other relays reach this one: wss://HOST:PORT.");
        }
        if (cluster.secret().isEmpty() || cluster.secret().startsWith(SAMPLE_SECRET)) {
            throw wrong(
                    "cluster.redis needs cluster.secret, the same on all relays of the cluster: openssl rand -hex 32"
                            + " makes one.");
        }
    }

    /** Whether an address in digits is one that only this computer reaches. */
    public static boolean isLoopback(String address) {
        try {
            return InetAddress.getByAddress(NetUtil.createByteArrayFromIpAddressString(address))
                    .isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("checked when it was read", e);
        }
    }

    private static UserException wrong(String sentence) {
        return new UserException(ExitCode.SETTINGS, sentence);
    }
}
