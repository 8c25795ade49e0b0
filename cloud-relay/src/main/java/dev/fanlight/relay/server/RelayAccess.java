package dev.fanlight.relay.server;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.RightsAnnouncer;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.store.RelayStore;

/**
 * Who may do what, and how often. Thread safe.
 *
 * @param policy what each principal may do
 * @param authenticator who shows which credentials
 * @param sessions what is being watched and published now, by the right it stands on
 * @param rights announces rights that have changed
 * @param limits how often an address may try
 * @param clients whose address and scheme a request has
 */
record RelayAccess(
        AccessPolicy policy,
        Authenticator authenticator,
        AuthorizedSessions sessions,
        RightsAnnouncer rights,
        AddressLimits limits,
        ClientAddress clients) {

    static RelayAccess of(RelayConfig config, RelayStore store, Cluster cluster, Instruments instruments) {
        return new RelayAccess(
                new AccessPolicy(),
                new Authenticator(store.grants()),
                new AuthorizedSessions(),
                new RightsAnnouncer(cluster.rights(), instruments.errors()),
                new AddressLimits(
                        instruments.clock(),
                        config.limits().connectsPerMinute(),
                        config.limits().triesPerMinute()),
                new ClientAddress(config.proxy().trusted(), config.publicOrigin()));
    }
}
