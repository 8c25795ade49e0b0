package dev.fanlight.agent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.concurrent.Executors;

/** The arrows of the agent: source ► encode ► uplink, natives and network each in packages of their own. */
@AnalyzeClasses(packages = "dev.fanlight.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class AgentArchitectureTest {

    /** The root package and nested packages are slices of their own. */
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.fanlight.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nativesStayInJavacvPackages = noClasses()
            .that()
            .resideOutsideOfPackage("..javacv..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule vertxStaysInUplink = noClasses()
            .that()
            .resideOutsideOfPackage("..uplink..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule sourcesSeeNeitherEncoderNorNetwork = noClasses()
            .that()
            .resideInAPackage("..source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..encode..", "..pipeline..", "..uplink..", "..state..", "dev.fanlight.agent.cli..");

    @ArchTest
    static final ArchRule encodeDoesNotSeeTheNetwork = noClasses()
            .that()
            .resideInAPackage("..encode..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..pipeline..", "..uplink..", "..state..", "dev.fanlight.agent.cli..");

    @ArchTest
    static final ArchRule pipelineAndUplinkDoNotSeeEachOther = noClasses()
            .that()
            .resideInAPackage("..pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..uplink..");

    @ArchTest
    static final ArchRule uplinkDoesNotSeeSources = noClasses()
            .that()
            .resideInAPackage("..uplink..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..pipeline..", "..source..", "..encode..", "dev.fanlight.agent.cli..");

    @ArchTest
    static final ArchRule pairingAndPublishingDoNotSeeEachOther = noClasses()
            .that()
            .resideInAPackage("..uplink.pairing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..uplink.connection..", "..uplink.media..");

    @ArchTest
    static final ArchRule sourcesDoNotSeeEachOther = slices().matching("dev.fanlight.agent.source.(*)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule oneClassStartsProcesses = noClasses()
            .that()
            .doNotHaveSimpleName("CameraProcess")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    @ArchTest
    static final ArchRule timeThreadsAndRandomnessAreParameters = noClasses()
            .that(are(not(simpleNameEndingWith("Main"))))
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class, Random.class);

    @ArchTest
    static final ArchRule onlyTheChildWritesToItsStandardStreams = noClasses()
            .that(are(not(simpleNameEndingWith("Main").or(resideInAnyPackage("dev.fanlight.agent.cli")))))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule exceptionsAreNamedSo =
            classes().that().areAssignableTo(Exception.class).should().haveSimpleNameEndingWith("Exception");

    @ArchTest
    static final ArchRule nothingIsNamedAfterNothing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
