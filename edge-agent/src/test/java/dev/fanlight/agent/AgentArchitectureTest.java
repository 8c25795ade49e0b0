package dev.fanlight.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.fanlight.house.HouseRules;

/** The arrows of the agent: source ► encode ► uplink, natives and network each in one place. */
@AnalyzeClasses(packages = "dev.fanlight.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class AgentArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule packagesHaveNoCycles = HouseRules.packagesHaveNoCycles();

    @ArchTest
    static final ArchRule vertxStaysInUplinkPreviewAndApi = noClasses()
            .that()
            .resideOutsideOfPackages("..uplink..", "..preview", "..api..")
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
    static final ArchRule pipelineDoesNotSeeTheUplink = noClasses()
            .that()
            .resideInAPackage("..pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..uplink..");

    @ArchTest
    static final ArchRule whatPeopleAtTheCameraDecideKnowsNeitherSourceNorNetwork = noClasses()
            .that()
            .resideInAPackage("..onsite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..source..", "..encode..", "..pipeline..", "..uplink..", "dev.fanlight.agent.cli..");

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
    static final ArchRule sourcesDoNotSeeEachOther =
            slices().matching("dev.fanlight.agent.source.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule oneClassOfEachKindStartsProcesses = noClasses()
            .that()
            .doNotHaveSimpleName("CameraProcess")
            .and()
            .doNotHaveSimpleName("V4l2Ctl")
            .and()
            .doNotHaveSimpleName("CommandProcess")
            .and()
            .doNotHaveSimpleName("LocalProcess")
            .and()
            .doNotHaveSimpleName("BrowserProcess")
            .and()
            .doNotHaveSimpleName("Systemctl")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);
}
