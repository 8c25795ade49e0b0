package dev.fanlight.relay.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a field of type {@link TestRelay} that is not static: it holds a new relay with standard settings and timeouts, unless it says otherwise, and a state folder of its own before
 * {@code @BeforeEach} runs. The relay is closed and its folder deleted after {@code @AfterEach}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RelayExtension.class)
public @interface WithRelay {

    /** Event loops. */
    int loops() default 2;

    /** Whether it has {@link TestTimeouts#SHORT}. */
    boolean shortTimeouts() default false;
}
