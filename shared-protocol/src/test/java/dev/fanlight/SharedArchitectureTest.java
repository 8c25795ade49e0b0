package dev.fanlight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.fanlight", importOptions = DoNotIncludeTests.class)
class SharedArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.fanlight.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noServerAndNoCodecLibrary = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..", "org.bytedeco..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule jsonStaysInTheCodec = noClasses()
            .that()
            .resideOutsideOfPackage("dev.fanlight.protocol.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule yamlStaysInTheSettings = noClasses()
            .that()
            .resideOutsideOfPackage("..settings..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule commandLineStaysInCli = noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule messagesKnowNoBytes = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.fanlight.protocol",
                    "dev.fanlight.protocol.agent",
                    "dev.fanlight.protocol.player",
                    "dev.fanlight.protocol.chat",
                    "dev.fanlight.media..",
                    "dev.fanlight.identity")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.fanlight.protocol.codec..");

    @ArchTest
    static final ArchRule timeAndThreadsOnlyInRuntime = noClasses()
            .that()
            .resideOutsideOfPackage("..runtime..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class);

    @ArchTest
    static final ArchRule exceptionsAreNamedSo =
            classes().that().areAssignableTo(Exception.class).should().haveSimpleNameEndingWith("Exception");
}
