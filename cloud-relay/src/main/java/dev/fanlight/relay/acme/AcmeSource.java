package dev.fanlight.relay.acme;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.AcmeConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.tls.CertificateSource;
import dev.fanlight.relay.tls.Identity;
import dev.fanlight.relay.tls.KeyPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;

/** Certificates from an ACME authority; another source stands in until the first one is there. One thread at a time. */
public final class AcmeSource implements CertificateSource {

    private static final Logger LOG = Logger.getLogger(AcmeSource.class.getName());

    /** A certificate is renewed when this part of its life is left. */
    private static final int LIFE_PARTS = 3;

    private static final Duration MOST_OBEYED = Duration.ofDays(7);

    private final AcmeStore store;
    private final AcmeOrder orders;
    private final CertificateSource standIn;
    private final List<String> names;
    private final Clock clock;
    private final Backoff backoff;
    private int failures;
    private Instant notBefore = Instant.MIN;
    private Optional<UserException> problem = Optional.empty();

    private AcmeSource(
            AcmeStore store,
            AcmeOrder orders,
            CertificateSource standIn,
            List<String> names,
            Clock clock,
            Backoff backoff) {
        this.store = store;
        this.orders = orders;
        this.standIn = standIn;
        this.names = names;
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Certificates for {@code publicHost} and the names in {@code config}.
     *
     * @param standIn what is served until the first one is there
     * @param answers where the authority’s checks find their answers
     * @throws UserException when the settings do not allow an order
     */
    public static AcmeSource of(
            AcmeConfig config,
            String publicHost,
            RelayStateFolder folder,
            CertificateSource standIn,
            ChallengeAnswers answers,
            Clock clock,
            SecureRandom random) {
        if (publicHost.isEmpty()) {
            throw wrong("tls.mode=acme needs http.public_host, the name that the certificate is for.");
        }
        if (!config.acceptTerms()) {
            throw wrong("tls.mode=acme needs acme.accept_terms=true: you accept the terms of the authority at "
                    + config.directory() + ".");
        }
        List<String> names = new ArrayList<>(List.of(publicHost));
        config.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return new AcmeSource(
                new AcmeStore(folder, new KeyPairs(random)),
                new AcmeOrder(directory(config), config.email(), answers),
                standIn,
                List.copyOf(names),
                clock,
                new Backoff(random));
    }

    @Override
    public Identity best() {
        return store.certificate()
                .filter(identity -> identity.notAfter().isAfter(clock.instant()))
                .orElseGet(standIn::best);
    }

    @Override
    public void renew() throws InterruptedException {
        if (store.certificate().filter(identity -> !isDue(identity)).isPresent()) {
            problem = Optional.empty();
            return;
        }
        if (clock.instant().isBefore(notBefore)) {
            if (problem.isPresent()) {
                throw problem.get();
            }
            return;
        }
        order();
    }

    private void order() throws InterruptedException {
        LOG.log(Level.INFO, "Ordering a certificate for {0}", String.join(", ", names));
        try {
            KeyPair key = store.newKey();
            store.keep(key, orders.place(store.account(), key, names));
            failures = 0;
            problem = Optional.empty();
            LOG.log(Level.INFO, "The certificate for {0} has arrived", String.join(", ", names));
        } catch (AcmeException | GeneralSecurityException e) {
            failed(e);
        }
    }

    private void failed(Exception e) {
        failures++;
        Instant next = clock.instant().plus(backoff.after(failures));
        if (e instanceof AcmeRateLimitedException limited) {
            Instant proposed = limited.getRetryAfter().orElse(next);
            Instant latest = clock.instant().plus(MOST_OBEYED);
            next = proposed.isBefore(next) ? next : proposed.isAfter(latest) ? latest : proposed;
        }
        notBefore = next;
        UserException sentence = new UserException(ExitCode.FAILED, Sentences.of(e), e);
        problem = Optional.of(sentence);
        throw sentence;
    }

    private boolean isDue(Identity identity) {
        Instant due = identity.notAfter().minus(identity.life().dividedBy(LIFE_PARTS));
        return !clock.instant().isBefore(due)
                || !names.stream().allMatch(name -> identity.names().cover(name));
    }

    private static Directory directory(AcmeConfig config) {
        if (config.trust().isEmpty()) {
            return Directory.of(config.directory());
        }
        String name = "The file " + config.trust() + ", which acme.trust names, ";
        try {
            return Directory.of(config.directory(), Path.of(config.trust()));
        } catch (IOException | IllegalArgumentException e) {
            throw new UserException(ExitCode.SETTINGS, name + "cannot be read.", e);
        } catch (GeneralSecurityException e) {
            throw new UserException(ExitCode.SETTINGS, name + "holds no certificate.", e);
        }
    }

    private static UserException wrong(String sentence) {
        return new UserException(ExitCode.SETTINGS, sentence);
    }
}
