package dev.fanlight.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.time.Instant;
import java.util.Random;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Architecture rules of every module. A module's test includes them with {@code ArchTests.in(HouseRules.class)} and adds its own cycle rule,
 * since a cycle that is still being removed belongs to one module.
 */
public final class HouseRules {

    /** The command lines and the main classes: where a program begins, and may print, read the time and start threads. */
    private static final DescribedPredicate<JavaClass> PROGRAM =
            resideInAnyPackage("..cli..").or(simpleNameEndingWith("Main")).as("the command line or a main class");

    @ArchTest
    public static final ArchRule timeThreadsAndRandomnessAreParameters = noClasses()
            .that(not(PROGRAM.or(resideInAnyPackage("dev.fanlight.runtime"))))
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Executors.class,
                    ThreadPoolExecutor.class,
                    ForkJoinPool.class,
                    ThreadLocalRandom.class,
                    Timer.class);

    @ArchTest
    public static final ArchRule onlyProgramsPrint = noClasses()
            .that(not(PROGRAM))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    public static final ArchRule commandLineLibraryStaysInTheCommandLine =
            noClasses().that(not(PROGRAM)).should().dependOnClassesThat().resideInAPackage("picocli..");

    @ArchTest
    public static final ArchRule nativesStayInJavacvPackages = noClasses()
            .that()
            .resideOutsideOfPackage("..javacv..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    public static final ArchRule exceptionsAreNamedSo = classes()
            .that()
            .areAssignableTo(Exception.class)
            .should()
            .haveSimpleNameEndingWith("Exception")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule namesSayWhatATypeDoes =
            noClasses().should().haveNameMatching(".*(Manager|Utils?|Helper|Impl)");

    private HouseRules() {}

    /** No package depends on itself by way of others, root and nested packages included. */
    public static SliceRule packagesHaveNoCycles() {
        return slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();
    }

    /** Each package is a slice of its own: patterns with {@code (**)} leave out the root package. */
    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}
