package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps a {@link LeakWatch} over the tests of a class annotated with {@link WithoutLeaks}. */
final class LeakExtension implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LeakExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).put(LeakWatch.class, new LeakWatch());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try (LeakWatch watch = context.getStore(NAMESPACE).remove(LeakWatch.class, LeakWatch.class)) {
            assertThat(watch.leaks()).isEmpty();
        }
    }
}
