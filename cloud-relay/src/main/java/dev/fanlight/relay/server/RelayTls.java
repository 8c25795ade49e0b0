package dev.fanlight.relay.server;

import dev.fanlight.relay.acme.AcmeSource;
import dev.fanlight.relay.acme.ChallengeAnswers;
import dev.fanlight.relay.config.CertificateConfig;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.tls.CertificateLoop;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.CertificateSource;
import dev.fanlight.relay.tls.FileSource;
import dev.fanlight.relay.tls.Identity;
import dev.fanlight.relay.tls.OwnSource;
import dev.fanlight.relay.tls.RelayCertificates;
import dev.fanlight.relay.tls.ServedCertificate;
import dev.fanlight.runtime.Sleeper;
import java.security.SecureRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The relay’s certificate, from its first one on. Made on the starting thread; a {@link CertificateRenewal} keeps it up to date. */
final class RelayTls {

    private static final Logger LOG = Logger.getLogger(RelayTls.class.getName());

    private final CertificateSource source;
    private final ServedCertificate served;
    private final CertificateSchedule schedule;
    private final ChallengeAnswers answers;

    private RelayTls(
            CertificateSource source,
            ServedCertificate served,
            CertificateSchedule schedule,
            ChallengeAnswers answers) {
        this.source = source;
        this.served = served;
        this.schedule = schedule;
        this.answers = answers;
    }

    static RelayTls prepare(RelayConfig config, RelayStateFolder folder, CertificateSchedule schedule) {
        ChallengeAnswers answers = new ChallengeAnswers();
        CertificateSource source = source(config, folder, schedule, answers);
        Identity first = source.best();
        String host = config.listen().publicHost();
        if (!host.isEmpty() && !first.names().cover(host)) {
            LOG.log(
                    Level.WARNING,
                    "The certificate is not for {0}, which is http.public_host: browsers will warn",
                    host);
        }
        return new RelayTls(source, new ServedCertificate(config.certificates().mode(), first), schedule, answers);
    }

    ServedCertificate served() {
        return served;
    }

    /** What certificate authorities ask for. */
    ChallengeAnswers answers() {
        return answers;
    }

    /** The component that has {@code listener} show the best certificate there is. */
    CertificateRenewal renewal(PortListener listener, ErrorLog errors) {
        CertificateLoop loop = new CertificateLoop(source, served, listener::show, schedule.every(), Sleeper.SYSTEM);
        return new CertificateRenewal(loop, served::state, errors);
    }

    private static CertificateSource source(
            RelayConfig config, RelayStateFolder folder, CertificateSchedule schedule, ChallengeAnswers answers) {
        CertificateConfig wanted = config.certificates();
        OwnSource own = new OwnSource(
                new RelayCertificates(folder, new SecureRandom(), schedule.clock()),
                config.listen().publicHost());
        return switch (wanted.mode()) {
            case OWN -> own;
            case FILES -> FileSource.of(wanted.certificate(), wanted.key(), schedule.clock());
            case ACME ->
                AcmeSource.of(
                        wanted.acme(),
                        config.listen().publicHost(),
                        folder,
                        own,
                        answers,
                        schedule.clock(),
                        new SecureRandom());
        };
    }
}
