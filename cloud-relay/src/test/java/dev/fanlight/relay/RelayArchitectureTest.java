package dev.fanlight.relay;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.fanlight.house.HouseRules;

/** The arrows of the relay: ingest ► stream ► fan-out and gateways, each protocol in a package that no other knows. */
@AnalyzeClasses(packages = "dev.fanlight.relay", importOptions = DoNotIncludeTests.class)
class RelayArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule packagesHaveNoCycles = HouseRules.packagesHaveNoCycles();

    @ArchTest
    static final ArchRule streamsSeeMediaOnly = classes()
            .that()
            .resideInAPackage("dev.fanlight.relay.stream..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.google.errorprone.annotations..",
                    "dev.fanlight.identity..",
                    "dev.fanlight.media..",
                    "dev.fanlight.runtime..",
                    "dev.fanlight.relay.buffer..",
                    "dev.fanlight.relay.metrics..",
                    "dev.fanlight.relay.stream..");

    @ArchTest
    static final ArchRule decisionsAndDistributionKnowNoServer = noClasses()
            .that()
            .resideInAnyPackage(
                    "..relay.stream..",
                    "..relay.fanout..",
                    "..relay.chat..",
                    "..relay.auth..",
                    "..relay.broadcast..",
                    "..relay.buffer..",
                    "..relay.ratelimit..",
                    "..relay.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule streamFanOutChatAndRightsKnowNoProtocolAndNoStore = noClasses()
            .that()
            .resideInAnyPackage("..relay.stream..", "..relay.fanout..", "..relay.chat..", "..relay.auth..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..relay.ingest..",
                    "..relay.gateway..",
                    "..relay.http..",
                    "..relay.socket..",
                    "..relay.wire..",
                    "..relay.store..",
                    "..relay.cli..",
                    "..relay.tls..",
                    "..relay.server..");

    @ArchTest
    static final ArchRule gatewaysDoNotKnowEachOther = slices().matching("dev.fanlight.relay.gateway.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("..relay.gateway.tcp.."))
            .ignoreDependency(alwaysTrue(), resideInAPackage("..relay.gateway.publication.."))
            .ignoreDependency(alwaysTrue(), resideInAPackage("..relay.gateway.ts.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule gatewaysWithPortsShareWhatKnowsNoneOfThem = noClasses()
            .that()
            .resideInAPackage("..relay.gateway.tcp..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("..relay.gateway.*..").and(resideOutsideOfPackage("..relay.gateway.tcp..")));

    @ArchTest
    static final ArchRule whatGatewaysShareKnowsNoneOfThem = noClasses()
            .that()
            .resideInAnyPackage("..relay.gateway.publication..", "..relay.gateway.ts..")
            .should()
            .dependOnClassesThat(resideInAPackage("..relay.gateway.*..")
                    .and(resideOutsideOfPackages("..relay.gateway.publication..", "..relay.gateway.ts..")));

    /** Native code of the network must not be loaded into the relay. */
    @ArchTest
    static final ArchRule jnaStaysInTheProcessForSrt = noClasses()
            .that()
            .resideOutsideOfPackage("..relay.srt.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.jna..", "..relay.srt.worker..");

    @ArchTest
    static final ArchRule srtKnowsNoServerAndNoStream = noClasses()
            .that()
            .resideInAPackage("..relay.srt..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..",
                    "io.netty..",
                    "..relay.stream..",
                    "..relay.gateway..",
                    "..relay.ingest..",
                    "..relay.http..",
                    "..relay.auth..");

    @ArchTest
    static final ArchRule ingestsDoNotKnowEachOther = slices().matching("dev.fanlight.relay.ingest.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ingestDoesNotKnowGateways = noClasses()
            .that()
            .resideInAPackage("..relay.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..relay.gateway..", "..relay.fanout..", "..relay.admin..", "..relay.http..");

    /** RTMP takes publishers and serves players on one port, so a gateway may know what every publisher needs, but no other protocol. */
    @ArchTest
    static final ArchRule gatewaysDoNotKnowOtherIngests = noClasses()
            .that()
            .resideInAPackage("..relay.gateway.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..relay.ingest.*..", "..relay.admin..", "..relay.store..");

    @ArchTest
    static final ArchRule onlyProgramsKnowTheWiring = noClasses()
            .that()
            .resideOutsideOfPackages("..relay.server..", "..relay.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..relay.server..");

    @ArchTest
    static final ArchRule benchServesItsCommandOnly = noClasses()
            .that()
            .resideOutsideOfPackages("..relay.bench..", "..relay.cli.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..relay.bench..");

    @ArchTest
    static final ArchRule viewerClientKnowsNothingElseOfTheRelay = noClasses()
            .that()
            .resideInAPackage("..relay.client..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.fanlight.relay..").and(resideOutsideOfPackage("..relay.client..")));

    @ArchTest
    static final ArchRule processesAreStartedInFewPlacesOnly = noClasses()
            .that()
            .resideOutsideOfPackages("..bench.process..", "..cli..", "..relay.child..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class);

    /** What is fed to it and what becomes of its output is the business of gateways. */
    @ArchTest
    static final ArchRule childrenKnowNoServerAndNoStream = noClasses()
            .that()
            .resideInAPackage("..relay.child..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..",
                    "io.netty..",
                    "..relay.stream..",
                    "..relay.gateway..",
                    "..relay.ingest..",
                    "..relay.http..",
                    "..relay.auth..");

    @ArchTest
    static final ArchRule cameraAndCrowdOfTheBenchKnowNoProcess = noClasses()
            .that()
            .resideInAnyPackage("..bench.camera..", "..bench.crowd..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..bench.process..");

    @ArchTest
    static final ArchRule databaseStaysInTheStore = noClasses()
            .that()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..", "org.flywaydb..", "com.zaxxer..");

    @ArchTest
    static final ArchRule certificatesStayInTls = noClasses()
            .that()
            .resideOutsideOfPackage("..tls..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule ordersStayInAcme = noClasses()
            .that()
            .resideOutsideOfPackage("..acme..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.shredzone..");

    /** What serves streams only counts: how that is written down is the business of one package. */
    @ArchTest
    static final ArchRule metricsOfLibrariesStayInMonitoring = noClasses()
            .that()
            .resideOutsideOfPackage("..relay.monitoring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..");
}
