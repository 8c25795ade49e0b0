package dev.fanlight.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.fanlight.house.HouseRules;

/** The arrows of the agent: capture ► encode ► uplink, natives and network each in one place. */
@AnalyzeClasses(packages = "dev.fanlight.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class AgentArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule packagesHaveNoCycles = HouseRules.packagesHaveNoCycles()
            // Until the main class has moved to the command line.
            .ignoreDependency(resideInAPackage("dev.fanlight.agent"), resideInAPackage("dev.fanlight.agent.cli"));

    @ArchTest
    static final ArchRule vertxStaysInUplink = noClasses()
            .that()
            .resideOutsideOfPackage("..uplink..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule captureSeesNeitherEncoderNorNetwork = noClasses()
            .that()
            .resideInAPackage("..capture..")
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
    static final ArchRule pipelineDoesNotSeeTheUplink = noClasses()
            .that()
            .resideInAPackage("..pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..uplink..");

    @ArchTest
    static final ArchRule uplinkDoesNotSeeCameras = noClasses()
            .that()
            .resideInAPackage("..uplink..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..pipeline..", "..capture..", "..encode..", "dev.fanlight.agent.cli..");

    @ArchTest
    static final ArchRule oneClassStartsProcesses = noClasses()
            .that()
            .doNotHaveSimpleName("CameraProcess")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);
}
