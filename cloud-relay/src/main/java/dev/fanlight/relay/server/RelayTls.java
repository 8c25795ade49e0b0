package dev.fanlight.relay.server;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.acme.AcmeSource;
import dev.fanlight.relay.acme.ChallengeAnswers;
import dev.fanlight.relay.config.CertificateConfig;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.http.listen.ListenerGroup;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.tls.CertificateLoop;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.CertificateSource;
import dev.fanlight.relay.tls.FileSource;
import dev.fanlight.relay.tls.Identity;
import dev.fanlight.relay.tls.OwnSource;
import dev.fanlight.relay.tls.RelayCertificates;
import dev.fanlight.relay.tls.ServedCertificate;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.Sleeper;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The relay’s certificate, from its first one on. Put together on the starting thread; afterwards a thread of its own looks after it. */
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

    /** From now on {@code listeners} shows the best certificate there is. */
    LoopRunner follow(ListenerGroup listeners, ErrorLog errors) {
        CertificateLoop loop = new CertificateLoop(
                source, served, identity -> show(listeners, identity), schedule.every(), Sleeper.SYSTEM);
        return LoopRunner.start(loop, e -> errors.failure("Nobody looks after the certificate any more", e));
    }

    private static void show(ListenerGroup listeners, Identity identity) {
        try {
            listeners.show(identity);
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, "TLS does not take the new certificate or its key.", e);
        }
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
