package dev.fanlight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.fanlight.house.HouseRules;

@AnalyzeClasses(
        packages = {
            "dev.fanlight.cli",
            "dev.fanlight.identity",
            "dev.fanlight.log",
            "dev.fanlight.media",
            "dev.fanlight.protocol",
            "dev.fanlight.runtime",
            "dev.fanlight.settings",
            "dev.fanlight.state",
            "dev.fanlight.systemd"
        },
        importOptions = DoNotIncludeTests.class)
class SharedArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule packagesHaveNoCycles = HouseRules.packagesHaveNoCycles();

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
            .resideOutsideOfPackage("dev.fanlight.settings")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule mediaKnowsNoProtocol = noClasses()
            .that()
            .resideInAPackage("dev.fanlight.media..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fanlight.protocol..", "dev.fanlight.identity..", "dev.fanlight.settings..");

    @ArchTest
    static final ArchRule messagesKnowNoBytes = noClasses()
            .that()
            .resideInAPackage("dev.fanlight.protocol..")
            .and()
            .resideOutsideOfPackage("dev.fanlight.protocol.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.fanlight.protocol.codec..");
}
