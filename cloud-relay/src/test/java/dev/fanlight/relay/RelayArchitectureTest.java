package dev.fanlight.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.concurrent.Executors;

@AnalyzeClasses(packages = "dev.fanlight.relay", importOptions = DoNotIncludeTests.class)
class RelayArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.fanlight.relay.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatDecidesKnowsNoServer = noClasses()
            .that()
            .resideInAnyPackage(
                    "..stream..", "..fanout..", "..chat..", "..auth..", "..broadcast..", "..ratelimit..", "..metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule streamsKnowNeitherEnd = noClasses()
            .that()
            .resideInAnyPackage("..stream..", "..fanout..", "..chat..", "..auth..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..ingest..",
                    "..gateway..",
                    "..http..",
                    "..socket..",
                    "..wire..",
                    "..store..",
                    "..cli..",
                    "..tls..");

    @ArchTest
    static final ArchRule streamsKnowNoReader = noClasses()
            .that()
            .resideInAPackage("..stream..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..fanout..", "..gateway..", "..broadcast..", "..chat..", "..auth..");

    @ArchTest
    static final ArchRule endsDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("..ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway..");

    @ArchTest
    static final ArchRule otherEndNeither = noClasses()
            .that()
            .resideInAPackage("..gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..ingest..");

    @ArchTest
    static final ArchRule benchServesItsCommandOnly = noClasses()
            .that()
            .resideOutsideOfPackages("..relay.bench..", "..relay.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..relay.bench..");

    @ArchTest
    static final ArchRule processesAreStartedForTheBenchAndTheTerminalOnly = noClasses()
            .that()
            .resideOutsideOfPackages("..bench.process..", "..cli..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class);

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

    @ArchTest
    static final ArchRule commandLineStaysInCommand = noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule timeAndThreadsArePassedIn = noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class);

    @ArchTest
    static final ArchRule nobodyPrintsButCommands = noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule exceptionsAreNamedSo = classes()
            .that()
            .areAssignableTo(Exception.class)
            .should()
            .haveSimpleNameEndingWith("Exception")
            .allowEmptyShould(true);
}
