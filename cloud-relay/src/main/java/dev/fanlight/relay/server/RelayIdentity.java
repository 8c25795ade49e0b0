package dev.fanlight.relay.server;

import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.tls.LocalNames;
import dev.fanlight.relay.tls.RelayCertificates;
import java.time.Clock;
import java.util.Optional;

/** As what the relay shows itself to agents. Blocking. */
record RelayIdentity(RelayConfig config, RelayStateFolder folder, Optional<RelayTls> tls, Instruments instruments) {

    /** Whether agents may sign this server key: one that they saw here, or {@code webpki} where they see a public certificate. */
    boolean isServerKey(String key) {
        return (config.agentsSeePublicCertificate() && key.equals(ServerKey.WEBPKI.text()))
                || tls.filter(own -> own.served().showed(key)).isPresent();
    }

    /** The name that agents show. */
    String name() {
        String host = config.listen().publicHost();
        return host.isEmpty() ? LocalNames.hostName() : host;
    }

    /** What join links pin. */
    String pin() {
        return config.agentsSeePublicCertificate()
                ? JoinLink.WEBPKI
                : new RelayCertificates(folder, instruments.random(), Clock.systemUTC())
                        .authority()
                        .pin();
    }
}
